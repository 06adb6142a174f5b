package dev.lockstile.auth.imports.mapping;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The meaning of a column of a table of users that the preset does not read. */
public enum ColumnMeaning {

    /** A true value, a time or a word such as {@code banned} disables the account. */
    DISABLED("disabled"),

    /** A true value or a word such as {@code active} leaves the account enabled; any other value disables it. */
    ENABLED("enabled"),

    /** A time until which the account is disabled, such as the end of a lockout. */
    DISABLED_UNTIL("disabled-until"),

    /** A true value or a time deletes the account. */
    DELETED("deleted"),

    /**
     * A value other than false and empty means that the account requires a second factor; without an imported one it is
     * locked.
     */
    FACTOR("factor"),

    /** A value other than false and empty requires a new password at the next sign-in. */
    NEW_PASSWORD("new-password"),

    /** The column has no meaning for the account. */
    IGNORE("ignore");

    private final String text;

    ColumnMeaning(String text) {
        this.text = text;
    }

    /** {@return the word on the command line and in plans} */
    public String text() {
        return text;
    }

    /**
     * {@return the meaning with that name}
     *
     * @param text as {@link #text()} gives it
     * @throws IllegalArgumentException when there is none; the message lists them
     */
    public static ColumnMeaning of(String text) {
        return Arrays.stream(values())
                .filter(meaning -> meaning.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a column means "
                        + Arrays.stream(values()).map(ColumnMeaning::text).collect(Collectors.joining(", "))
                        + ", not " + text));
    }
}
