package dev.lockstile.auth.social.oidc;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which URIs are usable: https ones, and plain http on this machine where that was allowed. */
final class Endpoints {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int LONGEST = 2000;

    private Endpoints() {}

    /** True for an absolute address of a server that may be called or that a browser may be sent to. */
    static boolean isUsable(URI uri, AddressRule rule) {
        String host = uri.getHost();
        boolean plain = uri.getRawUserInfo() == null && uri.getRawFragment() == null;
        return host != null && plain && ("https".equals(uri.getScheme()) || rule.loopback() && isLoopback(uri));
    }

    /**
     * The issuer as configured.
     *
     * @throws IllegalArgumentException for one that is no https address, or has a query or a fragment (Discovery 1.0,
     *     3)
     */
    static String requireIssuer(String issuer, AddressRule rule) {
        URI uri = parse(issuer);
        if (uri == null || !isUsable(uri, rule) || uri.getRawQuery() != null) {
            throw new IllegalArgumentException("an issuer is an https address without query and fragment");
        }
        return issuer;
    }

    /**
     * @throws IllegalArgumentException unless absolute, without fragment, and https, a native app's or on this machine
     */
    static void requireRedirectUri(String text) {
        URI uri = parse(text);
        boolean absolute = uri != null && uri.isAbsolute() && uri.getRawFragment() == null && text.length() <= LONGEST;
        if (!absolute || uri == null || "http".equals(uri.getScheme()) && !isLoopback(uri)) {
            throw new IllegalArgumentException("a redirect URI is absolute, without fragment, and not plain http");
        }
    }

    static @Nullable URI parse(@Nullable String text) {
        try {
            return text == null ? null : new URI(text);
        } catch (URISyntaxException e) {
            return null; // its callers refuse what is no URI
        }
    }

    private static boolean isLoopback(URI uri) {
        return "http".equals(uri.getScheme()) && uri.getHost() != null && LOOPBACK.contains(uri.getHost());
    }
}
