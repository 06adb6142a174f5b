package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.TotpState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.TotpStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Authenticator applications in a transaction. */
record InMemoryTotps(TableViews views) implements TotpStore {

    @Override
    public boolean isMapped() {
        return true;
    }

    @Override
    public void begin(UserId user, TotpState enrolment, Instant now) {
        views.totps.keys(Tables.TOTP_LIVE, TotpRow.pending(user)).forEach(views.totps::delete);
        views.totps.insert(key -> new TotpRow(user, enrolment, TotpRow.pending(user)));
    }

    @Override
    public Optional<TotpState> pending(UserId user, String enrolmentId) {
        return live(TotpRow.pending(user)).filter(state -> state.enrolmentId().equals(enrolmentId));
    }

    @Override
    public Optional<TotpState> pendingOf(UserId user, String sessionRef) {
        return live(TotpRow.pending(user)).filter(state -> state.sessionRef().equals(sessionRef));
    }

    @Override
    public Optional<TotpState> confirmed(UserId user) {
        return live(TotpRow.confirmed(user));
    }

    private Optional<TotpState> live(String key) {
        return views.totps.first(Tables.TOTP_LIVE, key).map(TotpRow::state);
    }

    @Override
    public boolean spendAttempt(UserId user, String enrolmentId, int max, Instant now) {
        return update(
                user, enrolmentId, row -> row.isWaiting(now) && row.state().attempts() < max, TotpRow::attempted);
    }

    @Override
    public boolean returnAttempt(UserId user, String enrolmentId, Instant now) {
        return update(
                user, enrolmentId, row -> row.isWaiting(now) && row.state().attempts() > 0, TotpRow::attemptReturned);
    }

    @Override
    public boolean confirm(UserId user, String enrolmentId, long step, Instant now) {
        return update(user, enrolmentId, row -> row.isWaiting(now), row -> row.confirmedAt(now, step));
    }

    @Override
    public boolean advance(UserId user, String enrolmentId, long step, Instant now) {
        return update(
                user,
                enrolmentId,
                row -> row.state().confirmedAt() != null && row.state().lastStep() < step,
                row -> row.advanced(step));
    }

    private boolean update(UserId user, String id, Predicate<TotpRow> condition, UnaryOperator<TotpRow> change) {
        return views.totps.updateAll(Tables.TOTP_ID, id, row -> row.user().equals(user) && condition.test(row), change)
                == 1;
    }

    @Override
    public int removeAll(UserId user) {
        List<Long> keys = views.totps.keys(Tables.TOTP_USER, user);
        keys.forEach(views.totps::delete);
        return keys.size();
    }
}
