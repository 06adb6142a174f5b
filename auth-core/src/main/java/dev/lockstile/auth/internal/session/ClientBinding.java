package dev.lockstile.auth.internal.session;

import dev.lockstile.auth.model.DeviceId;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.token.Sessions.RefreshClient;

/** Whether a client is the one that opened a session, as far as it says who it is (RFC 9700 4.14.2). */
final class ClientBinding {

    private ClientBinding() {}

    static boolean holds(AuthTx tx, StoredSession session, RefreshClient client) {
        SessionState.Origin origin = session.state().origin();
        boolean sameKind = client.kind() == null || client.kind() == origin.client();
        return sameKind && sameDevice(tx, session, client);
    }

    private static boolean sameDevice(AuthTx tx, StoredSession session, RefreshClient client) {
        String token = client.deviceToken();
        String device = session.state().origin().deviceRef();
        if (token == null || device == null || !tx.devices().isKept()) {
            return true;
        }
        return tx.devices()
                .byToken(session.user().info().id(), token)
                .map(DeviceId::toString)
                .filter(device::equals)
                .isPresent();
    }
}
