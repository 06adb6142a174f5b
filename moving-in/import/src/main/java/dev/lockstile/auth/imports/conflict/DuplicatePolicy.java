package dev.lockstile.auth.imports.conflict;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What happens to source accounts that share an e-mail address or a phone number in canonical form. */
public enum DuplicatePolicy {
    /**
     * One account keeps it: active before inactive, then verified before unverified, then the older. The others keep
     * their remaining identifiers; an account without any goes to quarantine.
     */
    RULE,
    /**
     * The first in source order keeps it, among those that may sign in if there are any; the others go to quarantine.
     */
    FIRST,
    /** The newest account keeps it; the others go to quarantine. */
    NEWEST,
    /** One keeps it as under {@link #RULE}; the others are merged into it and fill its empty fields. */
    MERGE,
    /** One keeps it as under {@link #RULE}; the others go to quarantine. */
    QUARANTINE;

    /** {@return the value on the command line} */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return true when an account that loses an e-mail or a phone goes to quarantine} */
    public boolean holdsLosers() {
        return this == FIRST || this == NEWEST || this == QUARANTINE;
    }

    /**
     * {@return the policy of a value on the command line}
     *
     * @param text as {@link #text()} gives it
     * @throws IllegalArgumentException when there is no such policy; the message lists them
     */
    public static DuplicatePolicy of(String text) {
        return Arrays.stream(values())
                .filter(policy -> policy.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no policy on duplicates is called " + text
                        + "; there are: "
                        + Arrays.stream(values()).map(DuplicatePolicy::text).collect(Collectors.joining(", "))));
    }
}
