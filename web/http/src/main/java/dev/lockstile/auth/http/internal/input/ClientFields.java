package dev.lockstile.auth.http.internal.input;

import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.token.Sessions.RefreshClient;
import org.jspecify.annotations.Nullable;

/**
 * The fields {@code client} and {@code device}. A mobile client has to name its device and where pushes go; that is
 * checked before any service is called, so nothing is consumed by a request that could not succeed.
 *
 * @param device always there for mobile clients, never for browsers
 */
public record ClientFields(ClientKind kind, @Nullable DeviceInfo device) {

    private static final int TEXT_MAX = 250;
    private static final int PUSH_MAX = 500;

    /** Reads both; problems are noted in the fields. */
    public static ClientFields of(RequestFields fields) {
        ClientKind kind = kind(fields, fields.required("client", 16));
        return new ClientFields(kind, kind == ClientKind.MOBILE ? device(fields) : null);
    }

    /**
     * Reads what a client that refreshes may say of itself: {@code client}, and the {@code token} in {@code device}.
     */
    public static RefreshClient refreshing(RequestFields fields) {
        String kind = fields.optional("client", 16);
        RequestFields device = fields.object("device");
        String token = device == null ? null : device.optional("token", TEXT_MAX);
        if (device != null) {
            fields.adopt("device", device);
        }
        return new RefreshClient(kind == null ? null : kind(fields, kind), token);
    }

    /** The kind of that name. */
    static ClientKind kind(RequestFields fields, String text) {
        if (text.equals("mobile")) {
            return ClientKind.MOBILE;
        }
        if (!text.equals("web")) {
            fields.refuseUnlessRefused("client", "unknown_choice");
        }
        return ClientKind.WEB;
    }

    private static @Nullable DeviceInfo device(RequestFields fields) {
        RequestFields device = fields.object("device");
        if (device == null) {
            fields.refuseUnlessRefused("device", "required");
            return null;
        }
        String push = device.required("notification_token", PUSH_MAX);
        DeviceInfo info = new DeviceInfo(
                device.optional("platform", TEXT_MAX),
                device.optional("name", TEXT_MAX),
                device.optional("token", TEXT_MAX),
                push);
        fields.adopt("device", device);
        return info;
    }
}
