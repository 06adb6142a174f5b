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

    /** Reads both; problems are left with the form. */
    public static ClientFields of(RequestFields form) {
        ClientKind kind = kind(form, form.required("client", 16));
        return new ClientFields(kind, kind == ClientKind.MOBILE ? device(form) : null);
    }

    /**
     * Reads what a client that refreshes may say of itself: {@code client}, and the {@code token} in {@code device}.
     */
    public static RefreshClient refreshing(RequestFields form) {
        String kind = form.optional("client", 16);
        RequestFields fields = form.object("device");
        String token = fields == null ? null : fields.optional("token", TEXT_MAX);
        if (fields != null) {
            form.adopt("device", fields);
        }
        return new RefreshClient(kind == null ? null : kind(form, kind), token);
    }

    /** The kind of that name. */
    static ClientKind kind(RequestFields form, String text) {
        if (text.equals("mobile")) {
            return ClientKind.MOBILE;
        }
        if (!text.equals("web")) {
            form.refuseUnlessRefused("client", "unknown_choice");
        }
        return ClientKind.WEB;
    }

    private static @Nullable DeviceInfo device(RequestFields form) {
        RequestFields fields = form.object("device");
        if (fields == null) {
            form.refuseUnlessRefused("device", "required");
            return null;
        }
        String push = fields.required("notification_token", PUSH_MAX);
        DeviceInfo device = new DeviceInfo(
                fields.optional("platform", TEXT_MAX),
                fields.optional("name", TEXT_MAX),
                fields.optional("token", TEXT_MAX),
                push);
        form.adopt("device", fields);
        return device;
    }
}
