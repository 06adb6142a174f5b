package dev.lockstile.auth.http.internal.fastapi;

import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.payload.KeyPayload;
import dev.lockstile.auth.model.UserInfo;

/** A user in the shape of fastapi-users' {@code UserRead}. */
final class UserRead {

    private UserRead() {}

    static JsonObject of(UserInfo user) {
        return flags(
                new JsonObject().with("id", KeyPayload.json(user.id().key())).with("email", user.email()), user);
    }

    private static JsonObject flags(JsonObject body, UserInfo user) {
        return body.with("is_active", user.status().active())
                .with("is_superuser", user.status().superuser())
                .with("is_verified", user.identifiers().email().isVerified());
    }

    /** A registration, of which nothing is told that depends on whether the address was free. */
    static JsonObject registered(String email) {
        return new JsonObject()
                .with("id", null)
                .with("email", email)
                .with("is_active", true)
                .with("is_superuser", false)
                .with("is_verified", false);
    }
}
