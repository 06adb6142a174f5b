package dev.lockstile.auth.account;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where links in messages lead. They are built from these addresses alone, never from a request's headers.
 *
 * @param confirmPage page of the host that posts {@code uid} and {@code token} to the confirmation endpoint
 * @param resetPage page of the host that asks for the new password
 * @param confirmTtl life of a confirmation link
 * @param resetTtl life of a reset link, at most 24 hours (NIST SP 800-63B 4.2.1)
 * @param loginPage page of the host that posts {@code token} to sign in, once a button is pressed: opening it changes
 *     nothing; null where sign-in by a link is off
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
     * @param resetPage page of the host that asks for the new password
     * @param confirmTtl life of a confirmation link
     * @param resetTtl life of a reset link, at most 24 hours (NIST SP 800-63B 4.2.1)
     * @param loginPage page of the host that posts {@code token} to sign in, once a button is pressed: opening it
     *     changes nothing; null where sign-in by a link is off
     * @throws IllegalArgumentException for a page that is no absolute https address (http only on the machine itself)
     *     or that has a fragment, and for a life that is not positive or is over 24 hours
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
     * Links to confirm and to reset, and none to sign in.
     *
     * @param confirmPage page of the host that posts {@code uid} and {@code token} to the confirmation endpoint
     * @param resetPage page of the host that asks for the new password
     * @param confirmTtl life of a confirmation link
     * @param resetTtl life of a reset link, at most 24 hours (NIST SP 800-63B 4.2.1)
     */
    public LinkSettings(URI confirmPage, URI resetPage, Duration confirmTtl, Duration resetTtl) {
        this(confirmPage, resetPage, confirmTtl, resetTtl, null);
    }

    /**
     * {@return links that live 24 hours to confirm and 30 minutes to reset}
     *
     * @param confirmPage page of the host that posts {@code uid} and {@code token} to the confirmation endpoint
     * @param resetPage page of the host that asks for the new password
     */
    public static LinkSettings of(URI confirmPage, URI resetPage) {
        return new LinkSettings(confirmPage, resetPage, Duration.ofHours(24), Duration.ofMinutes(30));
    }

    /**
     * Lets people sign in by a link of ten minutes to their proven address, which leads to this page.
     *
     * @param page page of the host that posts {@code token} to sign in, once a button is pressed
     * @return the same with links to sign in
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
