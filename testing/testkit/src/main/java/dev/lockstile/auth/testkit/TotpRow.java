package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.TotpState;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;

/** A row of the table of authenticator applications. */
record TotpRow(UserId user, TotpState state, String liveKey) {

    static String pending(UserId user) {
        return "pending:" + user;
    }

    static String confirmed(UserId user) {
        return "on:" + user;
    }

    boolean isWaiting(Instant now) {
        return state.confirmedAt() == null && now.isBefore(state.validUntil());
    }

    TotpRow attempted() {
        return with(state.lastStep(), state.attempts() + 1);
    }

    TotpRow attemptReturned() {
        return with(state.lastStep(), state.attempts() - 1);
    }

    TotpRow advanced(long step) {
        return with(step, state.attempts());
    }

    private TotpRow with(long step, int attempts) {
        TotpState next = new TotpState(
                state.enrolmentId(),
                state.sealedSecret(),
                step,
                state.sessionRef(),
                attempts,
                state.validUntil(),
                state.confirmedAt());
        return new TotpRow(user, next, liveKey);
    }

    TotpRow confirmedAt(Instant at, long step) {
        TotpState next = new TotpState(
                state.enrolmentId(),
                state.sealedSecret(),
                step,
                state.sessionRef(),
                state.attempts(),
                state.validUntil(),
                at);
        return new TotpRow(user, next, confirmed(user));
    }
}
