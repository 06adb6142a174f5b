package dev.lockstile.auth.imports.options;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The handling of an imported row that has changed in the source since its import. */
public enum UpdatePolicy {
    /** The row is counted and left unchanged. */
    NONE,
    /**
     * The differences are written, unless the row was changed in the target or its owner has been active there since
     * the import; otherwise the row is counted and left unchanged.
     */
    UNTOUCHED;

    /** {@return the value on the command line} */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * {@return the policy of a value on the command line}
     *
     * @param text as {@link #text()} gives it
     * @throws IllegalArgumentException when there is no such policy; the message lists them
     */
    public static UpdatePolicy of(String text) {
        return Arrays.stream(values())
                .filter(policy -> policy.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no policy on updates is called " + text
                        + "; there are: "
                        + Arrays.stream(values()).map(UpdatePolicy::text).collect(Collectors.joining(", "))));
    }
}
