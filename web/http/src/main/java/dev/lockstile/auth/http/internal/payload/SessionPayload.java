package dev.lockstile.auth.http.internal.payload;

import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.token.Sessions.SessionView;
import java.util.Locale;

/** A session as its owner sees it in the list of sessions. */
public final class SessionPayload {

    private SessionPayload() {}

    public static JsonObject of(SessionView session) {
        return new JsonObject()
                .with("id", session.id().value())
                .with("client", session.client().name().toLowerCase(Locale.ROOT))
                .with("device_label", session.deviceLabel())
                .with("address", session.address())
                .with("created_at", session.createdAt())
                .with("last_used_at", session.lastUsedAt())
                .with("current", session.current())
                .with("by_staff", session.ofActor());
    }
}
