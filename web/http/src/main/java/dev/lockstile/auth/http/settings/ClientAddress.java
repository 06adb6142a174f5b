package dev.lockstile.auth.http.settings;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Determines the client's IP address of a request, for the rate limits. Only the host knows its proxies, so it has to
 * configure which header is trusted (ASVS 15.3.4).
 */
@FunctionalInterface
public interface ClientAddress {

    /**
     * {@return the client's IP address, or null when it is unknown, which makes limits stricter}
     *
     * @param request as received by the container
     */
    @Nullable
    String of(HttpServletRequest request);

    /** {@return the remote address of the connection, without reading a header} For hosts without a proxy in front. */
    static ClientAddress ofConnection() {
        return request -> {
            String address = request.getRemoteAddr();
            // Jetty writes one of IPv6 in brackets
            return address == null ? null : address.replaceAll("[\\[\\]]", "");
        };
    }
}
