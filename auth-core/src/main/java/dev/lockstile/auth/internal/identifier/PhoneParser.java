package dev.lockstile.auth.internal.identifier;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Phone numbers in E.164, by the numbering plans that libphonenumber knows. */
public final class PhoneParser {

    private static final int MAX_DIGITS = 15;
    private static final int FEWEST_DIGITS = 3;

    private final @Nullable String region;

    public PhoneParser(@Nullable String region) {
        this.region = region;
    }

    /** The number in E.164; empty when the text is no possible number, or a national one and no region is set. */
    public Optional<String> parse(String text) {
        String written = PhoneText.written(text).orElse("");
        if (digits(written) < FEWEST_DIGITS || digits(written) > MAX_DIGITS + 2) {
            return Optional.empty();
        }
        String international = written.startsWith("00") ? '+' + written.substring(2) : written;
        if (!international.startsWith("+") && region == null) {
            return Optional.empty();
        }
        Optional<String> read = parseNumber(international, region);
        return international.startsWith("+") ? read : read.filter(e164 -> isTheOnlyOne(written, e164));
    }

    /** False for digits that with {@code +} in front are another number of the same country. */
    private static boolean isTheOnlyOne(String written, String e164) {
        PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber other = plans.parse(RenumberedPhones.current('+' + written.replaceAll("[^0-9]", "")), null);
            return !plans.isValidNumber(other)
                    || other.getCountryCode() != plans.parse(e164, null).getCountryCode()
                    || plans.format(other, PhoneNumberFormat.E164).equals(e164);
        } catch (NumberParseException e) {
            return true; // no number of any plan
        }
    }

    /**
     * Every number that a text written by another application may stand for: with the sign of an international number
     * left out, or with the country code kept elsewhere. To be compared with what is known, never to be believed.
     */
    public Stream<String> readings(String text) {
        String written = PhoneText.written(text).orElse("");
        if (digits(written) < FEWEST_DIGITS || written.startsWith("+") || digits(written) > MAX_DIGITS) {
            return Stream.empty();
        }
        PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
        return Stream.concat(
                        Stream.of(parseNumber('+' + written, null)),
                        plans.getSupportedCallingCodes().stream()
                                .map(plans::getRegionCodeForCountryCode)
                                .map(country -> parseNumber(written, country)))
                .flatMap(Optional::stream);
    }

    /** True when the text is made of digits and what people put between them. */
    public boolean looksLikePhone(String text) {
        return PhoneText.written(text)
                .filter(written -> digits(written) >= FEWEST_DIGITS)
                .isPresent();
    }

    private static Optional<String> parseNumber(String international, @Nullable String region) {
        PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
        try {
            String typed = plans.format(plans.parse(international, region), PhoneNumberFormat.E164);
            PhoneNumber number = plans.parse(RenumberedPhones.current(typed), null);
            // not isPossibleNumber, which lets numbers pass that can only be dialled from nearby
            return plans.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                    ? Optional.of(plans.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty(); // no number of any plan
        }
    }

    private static long digits(String text) {
        return text.chars().filter(c -> c >= '0' && c <= '9').count();
    }
}
