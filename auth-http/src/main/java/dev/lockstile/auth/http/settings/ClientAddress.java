package dev.lockstile.auth.http.settings;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Tells where a request comes from; throttles count by it. Only the host knows which proxies stand before it, so only
 * the host can say which header to believe (ASVS 15.3.4).
 */
@FunctionalInterface
public interface ClientAddress {

    /** The address of the client, or null when it is not known (which is throttled more strictly). */
    @Nullable
    String of(HttpServletRequest request);

    /** The other end of the connection; no header is read. Right where no proxy stands before the host. */
    static ClientAddress ofConnection() {
        return HttpServletRequest::getRemoteAddr;
    }
}
