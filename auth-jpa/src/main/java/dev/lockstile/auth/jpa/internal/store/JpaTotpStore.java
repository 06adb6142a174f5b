package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.sql.Clause.is;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isAfter;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isLess;
import static dev.lockstile.auth.jpa.internal.sql.Clause.isNull;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.ConditionalUpdate;
import dev.lockstile.auth.jpa.internal.sql.ProjectedRow;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.AbstractTotp;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.model.TotpState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.TotpStore;
import java.time.Instant;
import java.util.Optional;

/** Authenticator applications in a transaction: every verb one statement, but {@link #begin}, which is two. */
record JpaTotpStore(Rows rows, HostModel host) implements TotpStore {

    private static final String COLUMNS = "select t.enrolmentId, t.secretSealed, t.lastStep, t.sessionRef, t.attempts,"
            + " t.validUntil, t.confirmedAt from ";
    private static final String PENDING = "pending:";
    private static final String CONFIRMED = "on:";

    @Override
    public boolean isMapped() {
        return host.totp() != null;
    }

    @Override
    public void begin(UserId user, TotpState enrolment, Instant now) {
        HostEntity<AbstractTotp<AbstractUser>> totp = totp();
        rows.update("delete from " + totp.name() + " x where x.liveKey = :key and x.confirmedAt is null")
                .setParameter("key", PENDING + user)
                .executeUpdate();
        AbstractTotp<AbstractUser> row = totp.create();
        row.belongTo(rows.reference(host.user(), user.key()));
        row.enrol(enrolment, PENDING + user);
        row.touch(now);
        rows.insert(row);
    }

    @Override
    public Optional<TotpState> pending(UserId user, String enrolmentId) {
        return find(PENDING + user).filter(state -> state.enrolmentId().equals(enrolmentId));
    }

    @Override
    public Optional<TotpState> pendingOf(UserId user, String sessionRef) {
        return find(PENDING + user).filter(state -> state.sessionRef().equals(sessionRef));
    }

    @Override
    public Optional<TotpState> confirmed(UserId user) {
        return find(CONFIRMED + user);
    }

    private Optional<TotpState> find(String liveKey) {
        HostEntity<AbstractTotp<AbstractUser>> totp = host.totp();
        return totp == null
                ? Optional.empty()
                : rows
                        .select(COLUMNS + totp.name() + " t where t.liveKey = :key and t.deletedAt is null")
                        .setParameter("key", liveKey)
                        .getResultList()
                        .stream()
                        .findFirst()
                        .map(row -> state(new ProjectedRow(row, 0)));
    }

    private static TotpState state(ProjectedRow cells) {
        return new TotpState(
                cells.requiredText(),
                cells.requiredText(),
                cells.required(Long.class),
                cells.requiredText(),
                cells.number(),
                cells.requiredInstant(),
                cells.instant());
    }

    @Override
    public boolean spendAttempt(UserId user, String enrolmentId, int max, Instant now) {
        return waiting(user, enrolmentId, now)
                .increment("attempts")
                .where(isLess("attempts", max))
                .runOnOne();
    }

    @Override
    public boolean returnAttempt(UserId user, String enrolmentId, Instant now) {
        return waiting(user, enrolmentId, now)
                .decrement("attempts")
                .where(isAfter("attempts", 0))
                .runOnOne();
    }

    @Override
    public boolean confirm(UserId user, String enrolmentId, long step, Instant now) {
        return waiting(user, enrolmentId, now)
                .set("confirmedAt", now)
                .set("lastStep", step)
                .set("liveKey", CONFIRMED + user)
                .runOnOne();
    }

    private ConditionalUpdate waiting(UserId user, String enrolmentId, Instant now) {
        return update(enrolmentId, now)
                .where(is("liveKey", PENDING + user), isNull("confirmedAt"), isAfter("validUntil", now));
    }

    @Override
    public boolean advance(UserId user, String enrolmentId, long step, Instant now) {
        return update(enrolmentId, now)
                .set("lastStep", step)
                .where(is("liveKey", CONFIRMED + user), isLess("lastStep", step))
                .runOnOne();
    }

    private ConditionalUpdate update(String enrolmentId, Instant now) {
        return rows.update(totp()).set("modifiedAt", now).where(is("enrolmentId", enrolmentId), isNull("deletedAt"));
    }

    @Override
    public int removeAll(UserId user) {
        HostEntity<AbstractTotp<AbstractUser>> totp = host.totp();
        return totp == null
                ? 0
                : rows.update("delete from " + totp.name() + " x where "
                                + host.user().id("x.user") + " = :user")
                        .setParameter("user", user.key())
                        .executeUpdate();
    }

    private HostEntity<AbstractTotp<AbstractUser>> totp() {
        HostEntity<AbstractTotp<AbstractUser>> totp = host.totp();
        if (totp == null) {
            throw new IllegalStateException(
                    "the host keeps no authenticator applications: no entity extends AbstractTotp");
        }
        return totp;
    }
}
