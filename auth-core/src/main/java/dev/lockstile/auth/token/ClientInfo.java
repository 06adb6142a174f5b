package dev.lockstile.auth.token;

import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.DeviceInfo;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from.
 *
 * @param kind browser or mobile: decides the shape of answers and the life of the session
 * @param device required of mobile clients, ignored of others
 * @param address the client's address as the host knows it; the library reads no header for it (ASVS 15.3.4)
 * @param label what to show in the list of sessions, such as the browser's name
 * @param evidence what the client shows beside the request
 */
public record ClientInfo(
        ClientKind kind,
        @Nullable DeviceInfo device,
        @Nullable String address,
        @Nullable String label,
        ClientEvidence evidence) {

    /**
     * A client that shows nothing of itself.
     *
     * @param kind browser or mobile: decides the shape of answers and the life of the session
     * @param device required of mobile clients, ignored of others
     * @param address the client's address as the host knows it; the library reads no header for it (ASVS 15.3.4)
     * @param label what to show in the list of sessions, such as the browser's name
     */
    public ClientInfo(ClientKind kind, @Nullable DeviceInfo device, @Nullable String address, @Nullable String label) {
        this(kind, device, address, label, ClientEvidence.NONE);
    }

    /**
     * {@return a browser at this address}
     *
     * @param address the client's address as the host knows it; null where it does not
     */
    public static ClientInfo web(@Nullable String address) {
        return new ClientInfo(ClientKind.WEB, null, address, null);
    }

    /**
     * {@return the same client showing this}
     *
     * @param shown takes the place of what it showed before
     */
    public ClientInfo showing(ClientEvidence shown) {
        return new ClientInfo(kind, device, address, label, shown);
    }
}
