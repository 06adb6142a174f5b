package dev.lockstile.auth.notice;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How owners are told of sign-ins from new places.
 *
 * @param page of the host that shows what the link is for, and posts {@code uid} and {@code token} once a button is
 *     pressed: opening it changes nothing
 * @param places tells where an address is; null where only the address is told
 * @param pause after a notice, in which no other one goes to the same account: 10 minutes to 1 day
 */
public record NoticeSettings(URI page, @Nullable PlaceLookup places, Duration pause) {

    private static final Duration SHORTEST = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofDays(1);

    /**
     * Checks the page and the pause.
     *
     * @param page of the host that shows what the link is for, and posts {@code uid} and {@code token} once a button is
     *     pressed: opening it changes nothing
     * @param places tells where an address is; null where only the address is told
     * @param pause after a notice, in which no other one goes to the same account: 10 minutes to 1 day
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
     * {@return notices that tell the address, one an hour at most}
     *
     * @param page of the host, as above
     */
    public static NoticeSettings of(URI page) {
        return new NoticeSettings(page, null, Duration.ofHours(1));
    }

    /**
     * {@return a copy with places in words}
     *
     * @param lookup tells where an address is
     */
    public NoticeSettings withPlaces(PlaceLookup lookup) {
        return new NoticeSettings(page, lookup, pause);
    }
}
