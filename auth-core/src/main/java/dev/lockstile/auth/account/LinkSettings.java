package dev.lockstile.auth.account;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The targets of links in messages, and their lifetimes. Links are built from these addresses only, never from a
 * request's headers.
 *
 * @param confirmPage page of the host that posts {@code uid} and {@code token} to the confirmation endpoint
 * @param resetPage page of the host on which the user enters the new password
 * @param confirmTtl lifetime of a confirmation link, at most 24 hours
 * @param resetTtl lifetime of a reset link, at most 24 hours (NIST SP 800-63B 4.2.1)
 * @param loginPage page of the host that posts {@code token} to sign in when the user presses a button, so that
 *     opening the page changes nothing; null where sign-in by link is off
 */
public record LinkSettings(
        URI confirmPage,
        URI resetPage,
        Duration confirmTtl,
        Duration resetTtl,
        @Nullable URI loginPage) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Checks pages and lifetimes.
     *
     * @param confirmPage page of the host that posts {@code uid} and {@code token} to the confirmation endpoint
     * @param resetPage page of the host on which the user enters the new password
     * @param confirmTtl lifetime of a confirmation link, at most 24 hours
     * @param resetTtl lifetime of a reset link, at most 24 hours (NIST SP 800-63B 4.2.1)
     * @param loginPage page of the host that posts {@code token} to sign in when the user presses a button, so that
     *     opening the page changes nothing; null where sign-in by link is off
     * @throws IllegalArgumentException for a page that is not an absolute https address (http only for the local
     *     machine) or has a fragment, and for a lifetime that is not positive or over 24 hours
     */
    public LinkSettings {
        requireSafe(confirmPage);
        requireSafe(resetPage);
        if (loginPage != null) {
            requireSafe(loginPage);
        }
        requireWithinADay(confirmTtl);
        requireWithinADay(resetTtl);
    }

    /**
     * Creates settings without links to sign in.
     *
     * @param confirmPage page of the host that posts {@code uid} and {@code token} to the confirmation endpoint
     * @param resetPage page of the host on which the user enters the new password
     * @param confirmTtl lifetime of a confirmation link, at most 24 hours
     * @param resetTtl lifetime of a reset link, at most 24 hours (NIST SP 800-63B 4.2.1)
     */
    public LinkSettings(URI confirmPage, URI resetPage, Duration confirmTtl, Duration resetTtl) {
        this(confirmPage, resetPage, confirmTtl, resetTtl, null);
    }

    /**
     * {@return settings with a lifetime of 24 hours for confirmation links and 30 minutes for reset links}
     *
     * @param confirmPage page of the host that posts {@code uid} and {@code token} to the confirmation endpoint
     * @param resetPage page of the host on which the user enters the new password
     */
    public static LinkSettings of(URI confirmPage, URI resetPage) {
        return new LinkSettings(confirmPage, resetPage, Duration.ofHours(24), Duration.ofMinutes(30));
    }

    /**
     * Allows sign-in by a link to this page that is sent to a verified address and valid for ten minutes.
     *
     * @param page page of the host that posts {@code token} to sign in when the user presses a button
     * @return a copy with links to sign in
     */
    public LinkSettings allowLogin(URI page) {
        return new LinkSettings(confirmPage, resetPage, confirmTtl, resetTtl, page);
    }

    private static void requireSafe(URI page) {
        boolean loopback = page.getHost() != null && LOOPBACK.contains(page.getHost());
        boolean safe = "https".equals(page.getScheme()) || ("http".equals(page.getScheme()) && loopback);
        if (!safe || page.getHost() == null || page.getRawFragment() != null) {
            throw new IllegalArgumentException("a link page must be an absolute https address: " + page);
        }
    }

    private static void requireWithinADay(Duration ttl) {
        if (ttl.isZero() || ttl.isNegative() || ttl.compareTo(Duration.ofHours(24)) > 0) {
            throw new IllegalArgumentException("a link lives at most 24 hours");
        }
    }
}
