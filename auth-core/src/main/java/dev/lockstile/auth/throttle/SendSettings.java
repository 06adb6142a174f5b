package dev.lockstile.auth.throttle;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The wait between codes, and the countries that get text messages. How many messages are sent in an hour or a day is a
 * {@link RateLimit}, such as {@link RateLimit#SMS_SPEND}.
 *
 * @param longestCooldown the wait between two codes to one recipient begins with that of the code settings and doubles
 *     within an hour up to this
 * @param smsCountries two-letter codes of the countries that get text messages; null leaves it open, which is logged at
 *     start
 */
public record SendSettings(
        Duration longestCooldown, @Nullable Set<String> smsCountries) {

    /**
     * Checks the wait and the countries.
     *
     * @param longestCooldown the wait between two codes to one recipient begins with that of the code settings and
     *     doubles within an hour up to this
     * @param smsCountries two-letter codes of the countries that get text messages; null leaves it open, which is
     *     logged at start
     * @throws IllegalArgumentException for a wait of less than 1 second, and for a country that is not two capital
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

    /** {@return the OWASP figures} Waits up to 10 minutes, no country named. */
    public static SendSettings owasp() {
        return new SendSettings(Duration.ofMinutes(10), null);
    }

    /**
     * Text messages to these countries and no others.
     *
     * @param countries two capital letters each (ISO 3166-1)
     * @return the same with these countries
     */
    public SendSettings smsTo(String... countries) {
        return new SendSettings(longestCooldown, Set.of(countries));
    }

    /**
     * Text messages to these countries and no others, as they come from a file.
     *
     * @param countries two capital letters each (ISO 3166-1)
     * @return the same with these countries
     */
    public SendSettings smsTo(Collection<String> countries) {
        return new SendSettings(longestCooldown, Set.copyOf(countries));
    }

    /**
     * {@return true when a number of that country may get text messages}
     *
     * @param country two capital letters; null for a number of no country, which is allowed only where no countries are
     *     named
     */
    public boolean allows(@Nullable String country) {
        return smsCountries == null || (country != null && smsCountries.contains(country));
    }
}
