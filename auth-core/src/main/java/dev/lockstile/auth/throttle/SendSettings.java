package dev.lockstile.auth.throttle;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cool-down between codes, and the countries to which text messages are sent. The number of messages per hour or
 * day is a {@link RateLimit}, such as {@link RateLimit#SMS_SPEND}.
 *
 * @param longestCooldown maximum cool-down: the one between two codes to one recipient starts with that of the code
 *     settings and doubles with each code of an hour up to this
 * @param smsCountries two-letter codes of the countries to which text messages are sent; null for all, which is
 *     logged at start
 */
public record SendSettings(
        Duration longestCooldown, @Nullable Set<String> smsCountries) {

    /**
     * Checks the cool-down and the countries.
     *
     * @param longestCooldown maximum cool-down: the one between two codes to one recipient starts with that of the
     *     code settings and doubles with each code of an hour up to this
     * @param smsCountries two-letter codes of the countries to which text messages are sent; null for all, which is
     *     logged at start
     * @throws IllegalArgumentException for a cool-down below 1 second, and for a country that is not two capital
     *     letters
     */
    public SendSettings {
        if (longestCooldown.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("longestCooldown must be at least 1 second");
        }
        smsCountries = smsCountries == null ? null : Set.copyOf(smsCountries);
        if (smsCountries != null && smsCountries.stream().anyMatch(code -> !code.matches("[A-Z]{2}"))) {
            throw new IllegalArgumentException("a country is two capital letters (ISO 3166-1), such as MX");
        }
    }

    /** {@return settings by the recommendations of OWASP} Cool-downs up to 10 minutes, all countries. */
    public static SendSettings owasp() {
        return new SendSettings(Duration.ofMinutes(10), null);
    }

    /**
     * Allows text messages to these countries only.
     *
     * @param countries two capital letters each (ISO 3166-1)
     * @return a copy with these countries
     */
    public SendSettings smsTo(String... countries) {
        return new SendSettings(longestCooldown, Set.of(countries));
    }

    /**
     * Allows text messages to these countries only, given as a collection.
     *
     * @param countries two capital letters each (ISO 3166-1)
     * @return a copy with these countries
     */
    public SendSettings smsTo(Collection<String> countries) {
        return new SendSettings(longestCooldown, Set.copyOf(countries));
    }

    /**
     * {@return true when text messages to numbers of that country are allowed}
     *
     * @param country two capital letters; null for a number without a country, which is allowed only where all
     *     countries are
     */
    public boolean allows(@Nullable String country) {
        return smsCountries == null || (country != null && smsCountries.contains(country));
    }
}
