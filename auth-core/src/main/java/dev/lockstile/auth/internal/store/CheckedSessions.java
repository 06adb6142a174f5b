package dev.lockstile.auth.internal.store;

import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.SessionStore;
import dev.lockstile.auth.store.SessionStore.OwnedSession;
import dev.lockstile.auth.store.SessionStore.Rotation;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sessions whose users' identifiers are compared with their keys as they are read. */
record CheckedSessions(SessionStore store, ReadRules rules) implements SessionStore {

    @Override
    public Optional<StoredSession> byId(SessionId id) {
        return store.byId(id).map(session -> new StoredSession(session.state(), rules.checked(session.user())));
    }

    @Override
    public void insert(UserId user, SessionState session) {
        store.insert(user, session);
    }

    @Override
    public List<OwnedSession> byIds(Collection<SessionId> ids) {
        return store.byIds(ids);
    }

    @Override
    public List<SessionState> live(UserId user, Instant now) {
        return store.live(user, now);
    }

    @Override
    public List<SessionId> beyond(UserId user, int kept, Instant now) {
        return store.beyond(user, kept, now);
    }

    @Override
    public boolean rotate(SessionId id, Rotation rotation) {
        return store.rotate(id, rotation);
    }

    @Override
    public boolean prove(SessionId id, Instant now) {
        return store.prove(id, now);
    }

    @Override
    public boolean prove(SessionId id, AuthContext context, Instant now) {
        return store.prove(id, context, now);
    }

    @Override
    public List<SessionState.Origin> recentOrigins(UserId user, Instant since, int max) {
        return store.recentOrigins(user, since, max);
    }

    @Override
    public boolean end(SessionId id, EndReason reason, Instant now) {
        return store.end(id, reason, now);
    }

    @Override
    public int endAll(UserId user, EndReason reason, @Nullable SessionId except, Instant now) {
        return store.endAll(user, reason, except, now);
    }

    @Override
    public int endSome(EndReason reason, int max, Instant now) {
        return store.endSome(reason, max, now);
    }

    @Override
    public boolean isTrusted(UserId user, SessionId session, Instant since) {
        return store.isTrusted(user, session, since);
    }
}
