package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.SessionStore.Rotation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the sessions' table. */
record SessionRow(UserId user, SessionState state, @Nullable EndReason endReason) {

    boolean isOpen() {
        return state.times().endedAt() == null;
    }

    /** It ended only because its owner signed out. */
    boolean isTrusted() {
        return endReason == null || endReason == EndReason.LOGOUT || endReason == EndReason.TOO_MANY;
    }

    SessionRow rotated(Rotation rotation) {
        SessionState.Times was = state.times();
        SessionState.Times times = new SessionState.Times(
                was.createdAt(),
                was.authTime(),
                rotation.now(),
                rotation.idleUntil(),
                was.absoluteUntil(),
                was.endedAt());
        SessionState next = new SessionState(
                state.id(), rotation.profileRef(), state.origin(), rotation.next(), times, state.context());
        return new SessionRow(user, next, endReason);
    }

    SessionRow proven(Instant at) {
        SessionState.Times was = state.times();
        SessionState.Times times = new SessionState.Times(
                was.createdAt(), at, was.lastUsedAt(), was.idleUntil(), was.absoluteUntil(), was.endedAt());
        return new SessionRow(
                user,
                new SessionState(state.id(), state.profileRef(), state.origin(), state.token(), times, state.context()),
                endReason);
    }

    SessionRow proven(AuthContext context, Instant at) {
        SessionState moved = proven(at).state();
        return new SessionRow(
                user,
                new SessionState(moved.id(), moved.profileRef(), moved.origin(), moved.token(), moved.times(), context),
                endReason);
    }

    SessionRow distrusted(EndReason reason) {
        return new SessionRow(user, state, reason);
    }

    SessionRow ended(EndReason reason, Instant at) {
        SessionState.Times was = state.times();
        SessionState.Times times = new SessionState.Times(
                was.createdAt(), was.authTime(), was.lastUsedAt(), was.idleUntil(), was.absoluteUntil(), at);
        SessionState next =
                new SessionState(state.id(), state.profileRef(), state.origin(), state.token(), times, state.context());
        return new SessionRow(user, next, reason);
    }
}
