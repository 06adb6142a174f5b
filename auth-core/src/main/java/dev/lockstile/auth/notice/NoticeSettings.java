package dev.lockstile.auth.notice;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Settings of notices of sign-ins from new devices and places.
 *
 * @param page page of the host that explains the link, and posts {@code uid} and {@code token} when the user
 *     presses a button, so that opening the page changes nothing
 * @param places finds the place of an IP address; null for notices with the address only
 * @param pause minimum time between two notices to one account: 10 minutes to 1 day
 */
public record NoticeSettings(URI page, @Nullable PlaceLookup places, Duration pause) {

    private static final Duration SHORTEST = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofDays(1);

    /**
     * Checks the page and the pause.
     *
     * @param page page of the host that explains the link, and posts {@code uid} and {@code token} when the user
     *     presses a button, so that opening the page changes nothing
     * @param places finds the place of an IP address; null for notices with the address only
     * @param pause minimum time between two notices to one account: 10 minutes to 1 day
     * @throws IllegalArgumentException for a page without a host or with a fragment, and for a pause out of its bounds
     */
    public NoticeSettings {
        if (page.getHost() == null || page.getRawFragment() != null) {
            throw new IllegalArgumentException("the page of notices must be an absolute address: " + page);
        }
        if (pause.compareTo(SHORTEST) < 0 || pause.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("notices pause for 10 minutes to 1 day");
        }
    }

    /**
     * {@return settings of notices with the IP address, at most one per hour}
     *
     * @param page page of the host
     */
    public static NoticeSettings of(URI page) {
        return new NoticeSettings(page, null, Duration.ofHours(1));
    }

    /**
     * {@return a copy with places in the notices}
     *
     * @param lookup finds the place of an IP address
     */
    public NoticeSettings withPlaces(PlaceLookup lookup) {
        return new NoticeSettings(page, lookup, pause);
    }
}
