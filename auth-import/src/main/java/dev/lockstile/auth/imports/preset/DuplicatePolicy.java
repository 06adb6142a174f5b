package dev.lockstile.auth.imports.preset;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What becomes of old accounts that share an e-mail address or a phone number after canonical form. */
public enum DuplicatePolicy {
    /**
     * One keeps it: who may sign in before who may not, then verified before unverified, then the older. The others keep
     * their other identifiers; who has none left goes to quarantine.
     */
    RULE,
    /** The first in the order of the source keeps it; the others go to quarantine. */
    FIRST,
    /** The newest account keeps it; the others go to quarantine. */
    NEWEST,
    /** One keeps it as under {@link #RULE}; the others are merged into it and fill what is empty there. */
    MERGE,
    /** One keeps it as under {@link #RULE}; the others go to quarantine. */
    QUARANTINE;

    /** The word on a command line. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True when who loses an e-mail or a phone stays out altogether. */
    public boolean holdsLosers() {
        return this == FIRST || this == NEWEST || this == QUARANTINE;
    }

    /** @throws IllegalArgumentException when there is no such policy; the message lists them */
    public static DuplicatePolicy of(String text) {
        return Arrays.stream(values())
                .filter(policy -> policy.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no policy on duplicates is called " + text
                        + "; there are: "
                        + Arrays.stream(values()).map(DuplicatePolicy::text).collect(Collectors.joining(", "))));
    }
}
