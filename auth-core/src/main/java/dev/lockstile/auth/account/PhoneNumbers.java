package dev.lockstile.auth.account;

import dev.lockstile.auth.internal.identifier.PhoneText;
import dev.lockstile.auth.internal.identifier.RenumberedPhones;
import java.util.List;
import java.util.Optional;

/** The parsing of phone numbers that sign-in, registration and imports share. */
public final class PhoneNumbers {

    private PhoneNumbers() {}

    /**
     * {@return the text as one number: ASCII digits, spaces, hyphens, brackets, and {@code +} in front} Invisible
     * characters are left out. Empty for a text with letters, a decimal fraction, an extension or a second number.
     *
     * @param text as typed, or from a file
     */
    public static Optional<String> written(String text) {
        return PhoneText.written(text);
    }

    /**
     * {@return the number by the current numbering plan} A number in the form of an older plan (Mexico, Argentina,
     * Brazil, Côte d'Ivoire) is converted to the one that reaches the same line today; other numbers are unchanged.
     *
     * @param e164 the number with {@code +} and its country code
     */
    public static String current(String e164) {
        return RenumberedPhones.current(e164);
    }

    /**
     * {@return the forms of a number in older plans, for a search among stored numbers} {@link #current} converts each
     * of them to the number; empty where the plan has not changed.
     *
     * @param e164 a number of the current plan with {@code +} and its country code
     */
    public static List<String> olderForms(String e164) {
        return RenumberedPhones.olderForms(e164);
    }

    /**
     * {@return the number in the international notation of its country, for instance {@code +52 55 1234 5678}} For
     * display: the stored form has no spaces. Any other text is returned unchanged.
     *
     * @param text a number with {@code +}, or any other text
     */
    public static String grouped(String text) {
        return PhoneText.grouped(text);
    }
}
