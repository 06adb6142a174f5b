package dev.lockstile.auth.internal.identifier;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Optional;

/** The country of a number. */
public final class PhoneCountry {

    private PhoneCountry() {}

    /**
     * Two capital letters (ISO 3166-1); empty for a number of no country, such as a satellite's, and for none at all.
     */
    public static Optional<String> of(String e164) {
        PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
        try {
            return Optional.ofNullable(plans.getRegionCodeForNumber(plans.parse(e164, null)))
                    .filter(code -> code.matches("[A-Z]{2}"));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
