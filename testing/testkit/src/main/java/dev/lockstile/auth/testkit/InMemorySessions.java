package dev.lockstile.auth.testkit;

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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Sessions in a transaction. */
final class InMemorySessions implements SessionStore {

    private static final Comparator<SessionState> BY_CREATION =
            Comparator.comparing(state -> state.times().createdAt());

    private final TableViews views;

    InMemorySessions(TableViews views) {
        this.views = views;
    }

    @Override
    public void insert(UserId user, SessionState session) {
        views.sessions.insert(key -> new SessionRow(user, session, null));
    }

    @Override
    public Optional<StoredSession> byId(SessionId id) {
        return views.sessions.first(Tables.SESSION_ID, id).flatMap(this::withUser);
    }

    @Override
    public List<OwnedSession> byIds(Collection<SessionId> ids) {
        return ids.stream()
                .distinct()
                .flatMap(id -> views.sessions.first(Tables.SESSION_ID, id).stream())
                .map(row -> new OwnedSession(row.user(), row.state()))
                .toList();
    }

    @Override
    public List<SessionState> live(UserId user, Instant now) {
        List<SessionState> found = new ArrayList<>(views.sessions
                .rows(Tables.SESSION_USER, user)
                .map(SessionRow::state)
                .filter(state -> state.times().isLive(now))
                .sorted(BY_CREATION)
                .toList());
        Collections.reverse(found);
        return List.copyOf(found);
    }

    @Override
    public List<SessionId> beyond(UserId user, int kept, Instant now) {
        return live(user, now).stream()
                .filter(state -> !state.context().isOfActor())
                .skip(kept)
                .map(SessionState::id)
                .toList();
    }

    @Override
    public boolean rotate(SessionId id, Rotation rotation) {
        return update(
                id,
                row -> row.state().token().equals(rotation.seen())
                        && row.state().times().isLive(rotation.now()),
                row -> row.rotated(rotation));
    }

    @Override
    public boolean prove(SessionId id, Instant now) {
        return update(id, row -> row.state().times().isLive(now), row -> row.proven(now));
    }

    @Override
    public boolean prove(SessionId id, AuthContext context, Instant now) {
        return update(id, row -> row.state().times().isLive(now), row -> row.proven(context, now));
    }

    @Override
    public List<SessionState.Origin> recentOrigins(UserId user, Instant since, int max) {
        return views.sessions
                .rows(Tables.SESSION_USER, user)
                .filter(SessionRow::isTrusted)
                .map(SessionRow::state)
                .filter(state -> !state.times().lastUsedAt().isBefore(since))
                .sorted(Comparator.comparing(
                                (SessionState state) -> state.times().lastUsedAt())
                        .reversed())
                .limit(max)
                .map(SessionState::origin)
                .toList();
    }

    @Override
    public boolean isTrusted(UserId user, SessionId session, Instant since) {
        return views.sessions
                .rows(Tables.SESSION_USER, user)
                .filter(SessionRow::isTrusted)
                .map(SessionRow::state)
                .anyMatch(state -> state.id().equals(session)
                        && !state.times().lastUsedAt().isBefore(since));
    }

    @Override
    public boolean end(SessionId id, EndReason reason, Instant now) {
        return update(id, SessionRow::isOpen, row -> row.ended(reason, now));
    }

    @Override
    public int endAll(UserId user, EndReason reason, @Nullable SessionId except, Instant now) {
        views.sessions.updateAll(
                Tables.SESSION_USER,
                user,
                row -> !row.isOpen() && row.isTrusted() && !row.state().id().equals(except),
                row -> row.distrusted(reason));
        return views.sessions.updateAll(
                Tables.SESSION_USER,
                user,
                row -> row.isOpen() && !row.state().id().equals(except),
                row -> row.ended(reason, now));
    }

    @Override
    public int endSome(EndReason reason, int max, Instant now) {
        List<Long> open =
                views
                        .sessions
                        .keysWhere(row ->
                                row.isOpen() && row.state().times().idleUntil().isAfter(now))
                        .stream()
                        .limit(max)
                        .toList();
        open.forEach(key -> views.sessions.update(key, SessionRow::isOpen, row -> row.ended(reason, now)));
        return open.size();
    }

    private boolean update(SessionId id, Predicate<SessionRow> condition, UnaryOperator<SessionRow> change) {
        return views.sessions.updateAll(Tables.SESSION_ID, id, condition, change) == 1;
    }

    private Optional<StoredSession> withUser(SessionRow row) {
        return new UserReader(views).byId(row.user()).map(user -> new StoredSession(row.state(), user));
    }
}
