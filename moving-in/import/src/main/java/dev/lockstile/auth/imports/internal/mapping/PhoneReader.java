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
 * Old phone numbers in E.164. A number with {@code +} or {@code 00} is international and only has to be possible. One
 * without is read in the default region if there is one; else it is taken for international when that makes a number
 * that its country really gives out, which is stricter because it is assumed: a number that is merely possible could
 * hand an account to a stranger in another country.
 */
final class PhoneReader {

    private static final Pattern NUMBER_AT_ALL = Pattern.compile("\\p{Nd}{2}");

    /** What people type who have no number to give. */
    private static final Pattern NOUGHTS = Pattern.compile("[0 ().-]+");

    /** No international number is shorter. */
    private static final int SHORTEST_NUMBER = 7;

    private final @Nullable String region;

    PhoneReader(@Nullable String region) {
        this.region = region;
    }

    /**
     * A number that was read.
     *
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

    /**
     * True for the old form of a number of the region: where it is also a number of another country, it is not guessed.
     */
    private boolean isRenumbered(String written, String e164) {
        return parsed(written, region)
                .map(number -> PhoneNumberUtil.getInstance().format(number, PhoneNumberFormat.E164))
                .filter(old -> !old.equals(e164))
                .isPresent();
    }

    /** True for digits that with {@code +} in front are another number of the same country: it is not guessed. */
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
     * Reads a number by the calling code that stands beside it, by libphonenumber's measure of what is possible. That
     * country decides: a number of another one, written with {@code +} or not, is none. Where nothing that is a calling
     * code stands beside it, the number is read as one alone.
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
     * True for an old form of a number of the country that is a number of another country as well: it is not guessed.
     */
    private static boolean isOldFormOrAnother(String written, int code, String e164) {
        return new PhoneReader(regionOf(code)).isRenumbered(written, e164)
                && assigned("+" + written).filter(other -> !other.equals(e164)).isPresent();
    }

    /** True when a text is no number of the country beside it, and would be one of another country. */
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

    /** 0 for what is no calling code of a country. */
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

    /** True when the text reads as a phone number rather than as a name that happens to be a small number. */
    static boolean hasFormOfPhone(String text) {
        return looksLikePhone(text)
                && (text.startsWith("+")
                        || text.codePoints().filter(Character::isDigit).count() >= SHORTEST_NUMBER);
    }

    /** True when the text is made of digits and what people put between them. */
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

    /** True for a number that its country gives out; one that is merely possible proves nothing. */
    static boolean isValid(String e164) {
        return parsed(e164, null)
                .filter(PhoneNumberUtil.getInstance()::isValidNumber)
                .isPresent();
    }

    private static Optional<PhoneNumber> parsed(String text, @Nullable String in) {
        try {
            return Optional.of(PhoneNumberUtil.getInstance().parse(text, in));
        } catch (NumberParseException e) {
            return Optional.empty(); // no number of any plan: the caller keeps the text and says so
        }
    }
}
