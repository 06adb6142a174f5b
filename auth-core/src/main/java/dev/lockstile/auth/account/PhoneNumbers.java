package dev.lockstile.auth.account;

import dev.lockstile.auth.internal.identifier.PhoneText;
import dev.lockstile.auth.internal.identifier.RenumberedPhones;
import java.util.List;
import java.util.Optional;

/** The reading of phone numbers that sign-in, registration and imports share. */
public final class PhoneNumbers {

    private PhoneNumbers() {}

    /**
     * {@return the text as one number: ASCII digits, spaces, hyphens, brackets, and {@code +} in front} Invisible
     * characters are left out. Empty for a text that holds letters, a decimal fraction, an extension or a second
     * number.
     *
     * @param text as a person typed it, or as a file holds it
     */
    public static Optional<String> written(String text) {
        return PhoneText.written(text);
    }

    /**
     * {@return the number in today's numbering plan} A number in the form of an older plan (Mexico, Argentina, Brazil,
     * Côte d'Ivoire) becomes the one that reaches the same line today; every other number stays as it is.
     *
     * @param e164 a number with {@code +} and its country code
     */
    public static String current(String e164) {
        return RenumberedPhones.current(e164);
    }

    /**
     * {@return the forms that older plans gave a number, for a search among stored numbers} Each becomes the number by
     * {@link #current}; empty where no plan has changed.
     *
     * @param e164 a number of today's plan with {@code +} and its country code
     */
    public static List<String> olderForms(String e164) {
        return RenumberedPhones.olderForms(e164);
    }

    /**
     * {@return the number as its country writes it for callers from abroad, {@code +52 55 1234 5678}} For reading: the
     * stored form has no spaces. A text that is no number with {@code +} stays as it is.
     *
     * @param text what a page shows, a number or not
     */
    public static String grouped(String text) {
        return PhoneText.grouped(text);
    }
}
