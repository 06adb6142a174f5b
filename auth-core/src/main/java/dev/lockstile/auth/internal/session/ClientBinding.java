package dev.lockstile.auth.internal.session;

import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.DeviceId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.token.Sessions.RefreshClient;
import org.jspecify.annotations.Nullable;

/** How far a client is the one that opened a session, by what it says of itself (RFC 9700 4.14.2). */
enum ClientBinding {
    /** The client names another kind or another device. */
    OTHER,
    /** The session is a phone's, and the client does not name its device. */
    UNPROVEN,
    /** The client is a browser, which has no device to name, or a phone that names the device of its sign-in. */
    SAME;

    static ClientBinding of(AuthTx tx, StoredSession session, RefreshClient client) {
        ClientKind opened = session.state().origin().client();
        if (client.kind() != null && client.kind() != opened) {
            return OTHER;
        }
        ClientBinding device = device(tx, session, client.deviceToken());
        return device == UNPROVEN && opened == ClientKind.WEB ? SAME : device;
    }

    private static ClientBinding device(AuthTx tx, StoredSession session, @Nullable String token) {
        String device = session.state().origin().deviceRef();
        if (token == null || device == null || !tx.devices().isMapped()) {
            return UNPROVEN;
        }
        return tx.devices()
                .byToken(session.user().info().id(), token)
                .map(DeviceId::toString)
                .filter(device::equals)
                .map(same -> SAME)
                .orElse(OTHER);
    }
}
