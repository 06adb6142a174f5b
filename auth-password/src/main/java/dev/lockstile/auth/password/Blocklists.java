package dev.lockstile.auth.password;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a new password must not be, besides too short.
 *
 * @param serviceWords names of the product and its maker; a password made of them is refused for every account
 * @param breached the source of breached passwords, or null for none
 * @param outage what happens while that source is out of reach
 */
public record Blocklists(
        List<String> serviceWords, @Nullable BreachedPasswords breached, BreachOutage outage) {

    /**
     * Copies the list.
     *
     * @param serviceWords names of the product and its maker
     * @param breached the source of breached passwords; null for none
     * @param outage what happens while that source is out of reach
     */
    public Blocklists {
        serviceWords = List.copyOf(serviceWords);
    }

    /** {@return the shipped list of common passwords and the owner's own words; no breach source} */
    public static Blocklists defaults() {
        return new Blocklists(List.of(), null, BreachOutage.ALLOW);
    }
}
