package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.AccountRefusal;
import dev.lockstile.auth.account.DeletionProof;
import dev.lockstile.auth.account.DeletionResult;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.hook.Deletion;
import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.VetoException;
import dev.lockstile.auth.internal.otp.StepUpCodes;
import dev.lockstile.auth.internal.session.LiveSession;
import dev.lockstile.auth.message.MessageTemplate;
import dev.lockstile.auth.model.EndReason;
import dev.lockstile.auth.model.Secret;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredSession;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Deletes the caller's account. Refused: a session that is over, a wrong password, a code that is not the caller's own or
 * not right, more than five tries in fifteen minutes, and what the host is against. A stolen access token alone deletes nothing. The end of all
 * sessions and codes, the mark of deletion and the notice are one transaction.
 */
final class DeletionFlow {

    private static final int TRIES = 5;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final DeletionResult DELETED = new DeletionResult.Deleted();

    private final FlowContext context;
    private final Digests.Use digests;
    private final StepUpCodes codes;
    private final SecurityNotice notice;

    DeletionFlow(FlowContext context) {
        this.context = context;
        this.digests = context.digests().use("deletion");
        this.codes = new StepUpCodes(context);
        this.notice = new SecurityNotice(context);
    }

    DeletionResult run(Caller caller, DeletionProof proof) {
        Instant now = context.now();
        Optional<StoredSession> session = context.store().read(tx -> LiveSession.of(tx, caller, now));
        if (session.isEmpty()) {
            return refused(AccountRefusal.SESSION_ENDED);
        }
        String bucket = "delete:" + digests.of(caller.user().toString());
        if (!context.store().alone(tx -> tx.throttles().take(bucket, TRIES, WINDOW, now))) {
            return new DeletionResult.Refused(AccountRefusal.THROTTLED, now.plus(WINDOW));
        }
        try {
            return proof instanceof DeletionProof.Code code
                    ? byCode(caller, code, now)
                    : byPassword(caller, session.get().user(), (DeletionProof.Password) proof, now);
        } catch (VetoException e) {
            context.events().tell(e.refused(now, Operation.DELETION, caller.user(), caller.session()));
            return refused(AccountRefusal.NOT_ALLOWED);
        }
    }

    private DeletionResult byPassword(Caller caller, StoredUser user, DeletionProof.Password proof, Instant now) {
        Secret stored = user.passwordHash();
        try {
            boolean right = context.passwords()
                    .hasher()
                    .check(stored == null ? null : stored.reveal(), proof.password())
                    .matches();
            return right
                    ? context.store().alone(tx -> delete(tx, caller, now))
                    : refused(AccountRefusal.WRONG_PASSWORD);
        } catch (HashingBusyException e) {
            return refused(AccountRefusal.BUSY);
        }
    }

    private DeletionResult byCode(Caller caller, DeletionProof.Code proof, Instant now) {
        if (codes.check(caller.user(), proof.challengeId(), proof.code(), now).isEmpty()) {
            return refused(AccountRefusal.INVALID_CODE);
        }
        return context.store()
                .alone(tx -> tx.codes().use(proof.challengeId(), now)
                        ? delete(tx, caller, now)
                        : refused(AccountRefusal.INVALID_CODE));
    }

    private DeletionResult delete(AuthTx tx, Caller caller, Instant now) {
        UserId user = caller.user();
        Optional<StoredSession> session =
                tx.users().hold(user, now) ? LiveSession.of(tx, caller, now) : Optional.empty();
        if (session.isEmpty()) {
            return refused(AccountRefusal.SESSION_ENDED);
        }
        Deletion deletion = new Deletion(session.get().user().info(), true, now);
        context.hooks().ask(hook -> hook.beforeDeletion(deletion));
        notice.send(tx, deletion.user(), MessageTemplate.ACCOUNT_DELETED, now);
        tx.sessions().endAll(user, EndReason.ACCOUNT_DELETED, null, now);
        tx.codes().endAll(user, now);
        tx.users().softDelete(user, now);
        tx.afterCommit(() -> context.events().tell(new AuthEvent.StandingChanged(now, user, "deleted by owner")));
        return DELETED;
    }

    private static DeletionResult refused(AccountRefusal why) {
        return new DeletionResult.Refused(why);
    }
}
