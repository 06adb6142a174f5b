package dev.lockstile.auth.imports.options;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What becomes of a row that came earlier and has changed in the old system since. */
public enum UpdatePolicy {
    /** It is counted and left alone. */
    NONE,
    /**
     * What differs is written here too, as long as nobody has touched the row here and its owner has not been active here
     * since it came; otherwise it is counted and left alone.
     */
    UNTOUCHED;

    /** The word on a command line. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such policy; the message lists them */
    public static UpdatePolicy of(String text) {
        return Arrays.stream(values())
                .filter(policy -> policy.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no policy on updates is called " + text
                        + "; there are: "
                        + Arrays.stream(values()).map(UpdatePolicy::text).collect(Collectors.joining(", "))));
    }
}
