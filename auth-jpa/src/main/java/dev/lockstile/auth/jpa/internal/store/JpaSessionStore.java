package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.sql.Clause.allOf;
import static dev.lockstile.auth.jpa.internal.sql.Clause.is;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isAfter;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isNot;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isNull;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isOneOf;
import static dev.lockstile.auth.jpa.internal.sql.Rows.micros;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.Clause;
import dev.lockstile.auth.jpa.internal.sql.ConditionalUpdate;
import dev.lockstile.auth.jpa.internal.sql.HqlText;
import dev.lockstile.auth.jpa.internal.sql.ProjectedRow;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.AbstractSession;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.SessionExpiry;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.StoreAccess;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.SessionStore;
import dev.lockstile.auth.store.SessionStore.OwnedSession;
import dev.lockstile.auth.store.SessionStore.Rotation;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sessions in a transaction: every verb but {@link #endAll} and {@link #endSome} is one statement. */
final class JpaSessionStore implements SessionStore {

    private static final int CELLS = 16;
    /** Ends that give no reason to distrust the network and the device. */
    private static final List<EndReason> BENIGN = List.of(EndReason.LOGOUT, EndReason.TOO_MANY);

    private static final String COLUMNS = "s.sessionId, s.profileRef, s.client, s.deviceRef, s.deviceLabel,"
            + " s.remoteAddress, s.generation, s.tokenDigest,"
            + " s.createdAt, s.authTime, s.lastUsedAt, s.idleUntil, s.absoluteUntil, s.endedAt, s.amr, s.acr";

    private final Rows rows;
    private final HostModel host;
    private final HostEntity<AbstractSession<AbstractUser>> session;

    JpaSessionStore(Rows rows, HostModel host) {
        this.rows = rows;
        this.host = host;
        this.session = host.session();
    }

    @Override
    public void insert(UserId user, SessionState state) {
        AbstractSession<AbstractUser> row = session.create();
        row.start(rows.reference(host.user(), user.key()), state);
        StoreAccess.times(row, state.times().createdAt(), state.times().lastUsedAt());
        rows.insert(row);
    }

    @Override
    public Optional<StoredSession> byId(SessionId id) {
        List<@Nullable Object[]> found = rows.select(
                        "session by id",
                        () -> "select " + COLUMNS + ", " + UserProjection.columns(host) + " from "
                                + session.name() + " s join s.user u" + UserProjection.profiles(host)
                                + " where s.sessionId = :id and u.deletedAt is null" + UserProjection.order(host))
                .setParameter("id", id.value())
                .getResultList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new StoredSession(state(found.get(0)), UserProjection.read(found, CELLS)));
    }

    @Override
    public List<OwnedSession> byIds(Collection<SessionId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return rows
                .select("select " + COLUMNS + ", " + host.user().id("s.user") + " from " + session.name()
                        + " s where s.sessionId in (:ids)")
                .setParameter("ids", ids.stream().map(SessionId::value).toList())
                .getResultList()
                .stream()
                .map(row -> new OwnedSession(new UserId(Objects.requireNonNull(row[CELLS])), state(row)))
                .toList();
    }

    @Override
    public List<SessionState> live(UserId user, Instant now) {
        HqlText live = new HqlText("s");
        isLive(now).write(live);
        return live
                .bindTo(rows.select("select " + COLUMNS + " from " + session.name() + " s where "
                        + host.user().id("s.user") + " = :user and " + live.written()
                        + " order by s.createdAt desc, " + session.id("s") + " desc"))
                .setParameter("user", user.key())
                .getResultList()
                .stream()
                .map(JpaSessionStore::state)
                .toList();
    }

    /** Reads no more than names, and none of those that are kept: every sign-in asks. */
    @Override
    public List<SessionId> beyond(UserId user, int kept, Instant now) {
        HqlText live = new HqlText("s");
        isLive(now).write(live);
        return live
                .bindTo(rows.select("select s.sessionId, s.generation from " + session.name() + " s where "
                        + host.user().id("s.user") + " = :user and " + live.written()
                        + " and (s.amr is null or concat(' ', s.amr, ' ') not like :actor)"
                        + " order by s.createdAt desc, " + session.id("s") + " desc"))
                .setParameter("user", user.key())
                .setParameter("actor", "% " + AuthContext.OF_ACTOR.methodText() + " %")
                .setFirstResult(kept)
                .getResultList()
                .stream()
                .map(row -> new SessionId((String) Objects.requireNonNull(row[0])))
                .toList();
    }

    @Override
    public boolean rotate(SessionId id, Rotation rotation) {
        return live(id, rotation.now())
                .set("generation", rotation.next().generation())
                .set("tokenDigest", rotation.next().digest())
                .set("profileRef", rotation.profileRef())
                .set("idleUntil", rotation.idleUntil())
                .set("lastUsedAt", rotation.now())
                .where(is("generation", rotation.seen().generation()))
                .where(is("tokenDigest", rotation.seen().digest()))
                .runOnOne();
    }

    @Override
    public boolean prove(SessionId id, Instant now) {
        return live(id, now).set("authTime", now).runOnOne();
    }

    @Override
    public boolean prove(SessionId id, AuthContext context, Instant now) {
        return live(id, now)
                .set("authTime", now)
                .set("amr", context.methodText())
                .set("acr", context.assurance().stored())
                .runOnOne();
    }

    private ConditionalUpdate live(SessionId id, Instant now) {
        return update(now).where(is("sessionId", id.value()), isLive(now));
    }

    private static Clause isLive(Instant now) {
        return allOf(Arrays.stream(SessionExpiry.values())
                .map(end -> end.isDeadline() ? isAfter(end.attribute(), now) : isNull(end.attribute()))
                .toList());
    }

    private ConditionalUpdate update(Instant now) {
        return rows.update(session).set("modifiedAt", now);
    }

    @Override
    public List<SessionState.Origin> recentOrigins(UserId user, Instant since, int max) {
        return rows
                .select("select s.client, s.deviceRef, s.deviceLabel, s.remoteAddress from " + session.name()
                        + " s where " + host.user().id("s.user") + " = :user and s.lastUsedAt >= :since"
                        + " and (s.endReason is null or s.endReason in (:benign)) order by s.lastUsedAt desc")
                .setParameter("user", user.key())
                .setParameter("since", micros(since))
                .setParameter("benign", BENIGN)
                .setMaxResults(max)
                .getResultList()
                .stream()
                .map(row -> new ProjectedRow(row, 0))
                .map(cells -> new SessionState.Origin(
                        cells.required(ClientKind.class), cells.text(), cells.text(), cells.text()))
                .toList();
    }

    @Override
    public boolean isTrusted(UserId user, SessionId id, Instant since) {
        return !rows.select("select s.sessionId from " + session.name() + " s where s.sessionId = :id and "
                        + host.user().id("s.user") + " = :user and s.lastUsedAt >= :since"
                        + " and (s.endReason is null or s.endReason in (:benign))")
                .setParameter("id", id.value())
                .setParameter("user", user.key())
                .setParameter("since", micros(since))
                .setParameter("benign", BENIGN)
                .getResultList()
                .isEmpty();
    }

    @Override
    public boolean end(SessionId id, EndReason reason, Instant now) {
        return end(reason, now).where(is("sessionId", id.value())).runOnOne();
    }

    @Override
    public int endAll(UserId user, EndReason reason, @Nullable SessionId except, Instant now) {
        ConditionalUpdate distrust = update(now).set("endReason", reason).where(isOneOf("endReason", BENIGN));
        of(user, except, distrust).run();
        return of(user, except, end(reason, now)).run();
    }

    @Override
    public int endSome(EndReason reason, int max, Instant now) {
        List<Object> open = rows
                .select("select s.sessionId, s.generation from " + session.name()
                        + " s where s.idleUntil > :now and s.endedAt is null")
                .setParameter("now", now)
                .setMaxResults(max)
                .getResultList()
                .stream()
                .map(row -> Objects.requireNonNull(row[0]))
                .toList();
        if (!open.isEmpty()) {
            end(reason, now).where(isOneOf("sessionId", open)).run();
        }
        return open.size();
    }

    private ConditionalUpdate of(UserId user, @Nullable SessionId except, ConditionalUpdate update) {
        update.where(is(host.user().id("user"), user.key()));
        return except == null ? update : update.where(isNot("sessionId", except.value()));
    }

    private ConditionalUpdate end(EndReason reason, Instant now) {
        return update(now).set("endedAt", now).set("endReason", reason).where(isNull("endedAt"));
    }

    private static SessionState state(@Nullable Object[] row) {
        ProjectedRow cells = new ProjectedRow(row, 0);
        return new SessionState(
                new SessionId(cells.requiredText()),
                cells.requiredText(),
                new SessionState.Origin(cells.required(ClientKind.class), cells.text(), cells.text(), cells.text()),
                new SessionState.Token(cells.number(), cells.requiredText()),
                new SessionState.Times(
                        cells.requiredInstant(),
                        cells.requiredInstant(),
                        cells.requiredInstant(),
                        cells.requiredInstant(),
                        cells.requiredInstant(),
                        cells.instant()),
                AuthContext.read(cells.text(), cells.text()));
    }
}
