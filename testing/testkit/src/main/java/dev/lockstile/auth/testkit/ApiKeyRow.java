package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.ApiKeyState;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the table of API keys. */
record ApiKeyRow(UserId user, ApiKeyState state, @Nullable Instant endedAt) {

    boolean isOpen() {
        return endedAt == null;
    }

    boolean isLive(Instant now) {
        return isOpen() && now.isBefore(state.times().expiresAt());
    }

    ApiKeyRow named(String name) {
        return with(new ApiKeyState(
                state.keyId(), state.profileRef(), name, state.scopes(), state.secrets(), state.times()));
    }

    ApiKeyRow rotated(ApiKeyState.Secrets next, Instant expiresAt) {
        ApiKeyState.Times times = new ApiKeyState.Times(
                state.times().createdAt(), expiresAt, state.times().lastUsedAt());
        return with(new ApiKeyState(state.keyId(), state.profileRef(), state.name(), state.scopes(), next, times));
    }

    ApiKeyRow used(Instant at) {
        ApiKeyState.Times times =
                new ApiKeyState.Times(state.times().createdAt(), state.times().expiresAt(), at);
        return with(new ApiKeyState(
                state.keyId(), state.profileRef(), state.name(), state.scopes(), state.secrets(), times));
    }

    ApiKeyRow ended(Instant at) {
        return new ApiKeyRow(user, state, at);
    }

    private ApiKeyRow with(ApiKeyState next) {
        return new ApiKeyRow(user, next, endedAt);
    }
}
