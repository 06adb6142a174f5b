package dev.lockstile.auth.token;

import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.DeviceInfo;
import org.jspecify.annotations.Nullable;

/**
 * The client that makes a request.
 *
 * @param kind browser or mobile: determines the form of answers and the lifetime of the session
 * @param device required for mobile clients, ignored for others
 * @param address the client's IP address as determined by the host, null where it is not known; the library reads
 *     no header for it (ASVS 15.3.4)
 * @param label text for the list of sessions, such as the browser's name
 * @param evidence what the client presents in addition to the request
 */
public record ClientInfo(
        ClientKind kind,
        @Nullable DeviceInfo device,
        @Nullable String address,
        @Nullable String label,
        ClientEvidence evidence) {

    /**
     * Creates a client without evidence.
     *
     * @param kind browser or mobile: determines the form of answers and the lifetime of the session
     * @param device required for mobile clients, ignored for others
     * @param address the client's IP address as determined by the host, null where it is not known; the library
     *     reads no header for it (ASVS 15.3.4)
     * @param label text for the list of sessions, such as the browser's name
     */
    public ClientInfo(ClientKind kind, @Nullable DeviceInfo device, @Nullable String address, @Nullable String label) {
        this(kind, device, address, label, ClientEvidence.NONE);
    }

    /**
     * {@return a browser without device, label or evidence}
     *
     * @param address the client's IP address as determined by the host; null where it is not known
     */
    public static ClientInfo web(@Nullable String address) {
        return new ClientInfo(ClientKind.WEB, null, address, null);
    }

    /**
     * {@return a copy with this evidence}
     *
     * @param shown replaces the former evidence
     */
    public ClientInfo showing(ClientEvidence shown) {
        return new ClientInfo(kind, device, address, label, shown);
    }
}
