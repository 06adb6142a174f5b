package dev.lockstile.auth.imports.mapping;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a column of a table of people says of an account, where the preset does not read it. */
public enum ColumnMeaning {

    /** Yes, a time or a word such as {@code banned} closes the account. */
    DISABLED("disabled"),

    /** Yes or a word such as {@code active} leaves the account open; anything else closes it. */
    ENABLED("enabled"),

    /** A time closes the account until it is over; the end of a lockout, for instance. */
    DISABLED_UNTIL("disabled-until"),

    /** Yes or a time deletes the account. */
    DELETED("deleted"),

    /** Anything but no and nothing demands a second factor, without which the account is locked. */
    FACTOR("factor"),

    /** Anything but no and nothing demands a new password at the next sign-in. */
    NEW_PASSWORD("new-password"),

    /** Says nothing of the account. */
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
     * {@return the meaning of that word}
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
