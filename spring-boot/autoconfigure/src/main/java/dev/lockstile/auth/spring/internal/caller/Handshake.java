package dev.lockstile.auth.spring.internal.caller;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;

/**
 * Tells whether a script of another origin opens a WebSocket. A browser sends cookies of this site along with it, and
 * keeps no answer from the script, as it does with other requests (RFC 6455, 10.2).
 */
final class Handshake {

    private Handshake() {}

    /** True for a handshake whose origin is not that of the request; a client that is no browser names none. */
    static boolean isForeign(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (request.getHeader("Upgrade") == null || origin == null) {
            return false;
        }
        String name = request.getServerName();
        return Stream.of(request.getHeader("Host"), name, name + ":" + request.getServerPort())
                .noneMatch(
                        own -> origin.equalsIgnoreCase("http://" + own) || origin.equalsIgnoreCase("https://" + own));
    }
}
