package dev.lockstile.auth.http.internal.payload;

import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.http.internal.json.JsonObject;

/** The host's own fields as members of an answer. */
final class HostPayload {

    private HostPayload() {}

    static JsonObject of(HostValues values) {
        JsonObject members = new JsonObject();
        values.byName().forEach(members::with);
        return members;
    }
}
