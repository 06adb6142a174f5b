package dev.lockstile.auth.http.settings;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Determines the client address of a request, by which rate limits count. Only the host knows its proxies, so only the
 * host can say which header is trusted (ASVS 15.3.4).
 */
@FunctionalInterface
public interface ClientAddress {

    /**
     * {@return the address of the client, or null when it is unknown (then limits are stricter)}
     *
     * @param request as the container got it
     */
    @Nullable
    String of(HttpServletRequest request);

    /** {@return the remote address of the connection; no header is read} Right without a proxy in front of the host. */
    static ClientAddress ofConnection() {
        return request -> {
            String address = request.getRemoteAddr();
            // Jetty writes one of IPv6 in brackets
            return address == null ? null : address.replaceAll("[\\[\\]]", "");
        };
    }
}
