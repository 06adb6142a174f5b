package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.SecurityNotice;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.model.AuthChallenge.Kind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.store.AuthTx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Deletions that owners asked for and that wait for their day. One that waits is a challenge of the account that no
 * client can answer; a new password and the end of sessions leave it. Written with the user's row held, so that there
 * is one at a time, and either it is taken back or the account is deleted.
 */
final class ScheduledDeletions {

    /** How long after its day one is still found: the clean-up may stand still meanwhile. */
    private static final Duration KEPT = Duration.ofDays(3650);

    private static final int SECRET_BYTES = 32;
    private static final String CALLED_OFF = "deletion_called_off";

    private final FlowContext context;
    private final Duration grace;
    private final SecurityNotice notice;

    /** @param grace how long one waits; zero where accounts are deleted at once */
    ScheduledDeletions(FlowContext context, Duration grace) {
        this.context = context;
        this.grace = grace;
        this.notice = new SecurityNotice(context);
    }

    Duration grace() {
        return grace;
    }

    boolean isOn() {
        return !grace.isZero();
    }

    /** In place of one that waits already. The owner is told the day. */
    void schedule(AuthTx tx, UserInfo user, Instant now) {
        end(tx, user.id(), now);
        Instant due = now.plus(grace);
        String answer = context.randomness().text(SECRET_BYTES);
        tx.factors()
                .challenges()
                .insert(
                        new AuthChallenge(
                                Digests.sha256(answer.getBytes(StandardCharsets.US_ASCII)),
                                Kind.ACCOUNT_DELETION,
                                new AuthChallenge.Binding(user.id(), null, null, null),
                                null,
                                null,
                                new AuthChallenge.Use(0, 1, due.plus(KEPT), null)),
                        now);
        notice.send(tx, user, MessageKind.DELETION_SCHEDULED, due, now);
    }

    /** When the account is to be deleted; empty where none waits. */
    static Optional<Instant> due(AuthTx tx, UserId user, Instant now) {
        return tx.factors()
                .challenges()
                .open(user, Kind.ACCOUNT_DELETION, now)
                .map(waiting -> waiting.use().validUntil().minus(KEPT));
    }

    /** Accounts whose day has come, the earliest first. */
    static List<UserId> dueUsers(AuthTx tx, int max, Instant now) {
        return tx.factors().challenges().users(Kind.ACCOUNT_DELETION, now.plus(KEPT), max, now);
    }

    /** Calls off one that was asked for since a moment: by another person, who signed in then. */
    void callOff(AuthTx tx, UserId user, Instant since, Instant now) {
        boolean theirs = due(tx, user, now)
                .filter(day -> !day.minus(grace).isBefore(since))
                .isPresent();
        if (theirs && end(tx, user, now)) {
            AuthEvent told = new AuthEvent.AccountStatusChanged(now, user, CALLED_OFF);
            tx.afterCommit(() -> context.events().tell(told));
        }
    }

    /** What staff do to keep the account. */
    static AccountChange calledOff() {
        return new AccountChange(
                CALLED_OFF,
                AdminPermission.USERS_DELETE,
                AccountChange.On.ANY,
                (tx, user, now) -> tx.users().lock(user, now) && end(tx, user, now));
    }

    /** Calls it off, or notes that it is done. @return false when none waits */
    static boolean end(AuthTx tx, UserId user, Instant now) {
        return tx.factors().challenges().endAll(user, Kind.ACCOUNT_DELETION, now) > 0;
    }
}
