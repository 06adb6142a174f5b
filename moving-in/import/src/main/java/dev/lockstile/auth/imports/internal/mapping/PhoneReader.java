package dev.lockstile.auth.imports.internal.mapping;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.lockstile.auth.account.PhoneNumbers;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads phone numbers of a source as E.164. A number with {@code +} or {@code 00} is international and only has to be
 * possible. Any other number is read in the default region if there is one. Otherwise it is assumed to be international
 * where its country assigns that number: a number that is merely possible could give an account to a stranger in
 * another country.
 */
final class PhoneReader {

    private static final Pattern NUMBER_AT_ALL = Pattern.compile("\\p{Nd}{2}");

    /** Zeros, as people type them who give no number. */
    private static final Pattern NOUGHTS = Pattern.compile("[0 ().-]+");

    /** No international number has fewer digits. */
    private static final int SHORTEST_NUMBER = 7;

    private final @Nullable String region;

    PhoneReader(@Nullable String region) {
        this.region = region;
    }

    /**
     * A number that was read.
     *
     * @param e164 the number
     * @param assumed true when the country code was assumed
     */
    record Reading(String e164, boolean assumed) {}

    Optional<Reading> read(String text) {
        String written = PhoneNumbers.written(text).orElse("");
        if (!looksLikePhone(written)) {
            return Optional.empty();
        }
        String international = written.startsWith("00") ? "+" + written.substring(2) : written;
        if (international.startsWith("+")) {
            return possible(international, null).map(e164 -> new Reading(e164, false));
        }
        Optional<String> assigned = assigned("+" + written);
        Optional<String> national = national(written);
        if (national.filter(e164 -> isAnotherOfItsCountry(written, e164)).isPresent()) {
            return Optional.empty();
        }
        return national.filter(e164 -> assigned.isEmpty() || !isRenumbered(written, e164))
                .map(e164 -> new Reading(e164, false))
                .or(() -> assigned.map(e164 -> new Reading(e164, true)));
    }

    private Optional<String> national(String written) {
        return region == null ? Optional.empty() : possible(written, region);
    }

    /** Returns true for a number in a form that its country has changed since. */
    private boolean isRenumbered(String written, String e164) {
        return parsed(written, region)
                .map(number -> PhoneNumberUtil.getInstance().format(number, PhoneNumberFormat.E164))
                .filter(old -> !old.equals(e164))
                .isPresent();
    }

    /**
     * Returns true when the digits with {@code +} before them are another number of the same country. Such a number is
     * not read, since it is ambiguous.
     */
    private static boolean isAnotherOfItsCountry(String written, String e164) {
        return !written.startsWith("+")
                && assigned("+" + written)
                        .filter(other -> !other.equals(e164) && code(other) == code(e164))
                        .isPresent();
    }

    private static int code(String e164) {
        return parsed(e164, null).map(PhoneNumber::getCountryCode).orElse(0);
    }

    /**
     * Reads a number with the calling code in the column beside it; the number has to be possible by libphonenumber's
     * rules. A number of another country, with {@code +} or without, gives an empty result. Where the column has no
     * calling code, the number is read alone.
     *
     * @param countryCode such as {@code 52} or {@code "+52"}; null when there is none
     */
    Optional<Reading> read(String text, @Nullable String countryCode) {
        int code = callingCode(countryCode);
        if (code == 0) {
            return read(text);
        }
        String written = PhoneNumbers.written(text).orElse("");
        return isNumber(written)
                ? parsed(written, regionOf(code))
                        .filter(number -> number.getCountryCode() == code)
                        .flatMap(PhoneReader::possible)
                        .filter(e164 -> !isOldFormOrAnother(written, code, e164))
                        .filter(e164 -> !isAnotherOfItsCountry(written, e164))
                        .map(e164 -> new Reading(e164, false))
                : Optional.empty();
    }

    /**
     * Returns true for an old form of a number of the country that is also a number of another country. Such a number
     * is not read, since it is ambiguous.
     */
    private static boolean isOldFormOrAnother(String written, int code, String e164) {
        return new PhoneReader(regionOf(code)).isRenumbered(written, e164)
                && assigned("+" + written).filter(other -> !other.equals(e164)).isPresent();
    }

    /** Returns true when a text is not a number of the country beside it, and is a possible one of another country. */
    boolean isOfAnotherCountry(String text, @Nullable String countryCode) {
        int code = callingCode(countryCode);
        String digits = text.strip().replaceFirst("^([+\uff0b]|00)", "");
        return code != 0
                && PhoneNumbers.written(text).filter(PhoneReader::isNumber).isPresent()
                && read(text, countryCode).isEmpty()
                && parsed("+" + digits, null)
                        .filter(number -> number.getCountryCode() != code)
                        .flatMap(PhoneReader::possible)
                        .isPresent();
    }

    private static boolean isNumber(String written) {
        return NUMBER_AT_ALL.matcher(written).find()
                && !NOUGHTS.matcher(written).matches();
    }

    /** Returns 0 for a text that is not the calling code of a country. */
    private static int callingCode(@Nullable String text) {
        String digits = text == null ? "" : text.replaceAll("[^0-9]", "").replaceFirst("^0+", "");
        if (digits.isEmpty() || digits.length() > 3) {
            return 0;
        }
        int code = Integer.parseInt(digits);
        return PhoneNumberUtil.getInstance().getRegionCodeForCountryCode(code).equals("ZZ") ? 0 : code;
    }

    private static String regionOf(int code) {
        return PhoneNumberUtil.getInstance().getRegionCodeForCountryCode(code);
    }

    /** Returns true when the text reads as a phone number, and not as a name that is a small number. */
    static boolean hasFormOfPhone(String text) {
        return looksLikePhone(text)
                && (text.startsWith("+")
                        || text.codePoints().filter(Character::isDigit).count() >= SHORTEST_NUMBER);
    }

    /** Returns true when the text has three digits or more, and nothing else but what people write between them. */
    static boolean looksLikePhone(String text) {
        return PhoneNumbers.written(text)
                .filter(written -> written.chars().filter(Character::isDigit).count() >= 3)
                .isPresent();
    }

    private static Optional<String> possible(String text, @Nullable String in) {
        return parsed(text, in).flatMap(PhoneReader::possible);
    }

    private static Optional<String> possible(PhoneNumber number) {
        PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
        String e164 = PhoneNumbers.current(plans.format(number, PhoneNumberFormat.E164));
        return parsed(e164, null)
                        .filter(now -> plans.isPossibleNumberWithReason(now) == ValidationResult.IS_POSSIBLE)
                        .isPresent()
                ? Optional.of(e164)
                : Optional.empty();
    }

    private static Optional<String> assigned(String text) {
        PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
        return parsed(text, null)
                .map(number -> PhoneNumbers.current(plans.format(number, PhoneNumberFormat.E164)))
                .filter(PhoneReader::isValid);
    }

    /** Returns true for a number that its country assigns; a merely possible one proves nothing. */
    static boolean isValid(String e164) {
        return parsed(e164, null)
                .filter(PhoneNumberUtil.getInstance()::isValidNumber)
                .isPresent();
    }

    private static Optional<PhoneNumber> parsed(String text, @Nullable String in) {
        try {
            return Optional.of(PhoneNumberUtil.getInstance().parse(text, in));
        } catch (NumberParseException e) {
            return Optional.empty(); // not a number of any country; the caller stores the text and reports it
        }
    }
}
