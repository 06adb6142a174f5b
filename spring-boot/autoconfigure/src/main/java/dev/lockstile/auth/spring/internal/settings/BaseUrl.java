package dev.lockstile.auth.spring.internal.settings;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of {@code lockstile.base-url}. */
final class BaseUrl {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private BaseUrl() {}

    /** What is wrong with an address; null where links and the issuer of tokens can be made from it. */
    static @Nullable String problem(URI url) {
        if (url.getScheme() == null || url.getHost() == null) {
            return "is no absolute address with a host";
        }
        if (!"https".equals(url.getScheme()) && !isLocal(url)) {
            return "is no https address; http serves this machine alone";
        }
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            return "has more than scheme, host and port";
        }
        return null;
    }

    private static boolean isLocal(URI url) {
        return "http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost());
    }
}
