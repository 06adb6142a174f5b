package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.hook.AuthHook.NewIdentifier;
import dev.lockstile.auth.internal.flow.AttemptRefund;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NoticeSubject;
import dev.lockstile.auth.internal.flow.SessionRevocation;
import dev.lockstile.auth.internal.flow.VetoException;
import dev.lockstile.auth.internal.session.CallerSession;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts a new address or number in the old one's place, or proves one that the account owns unproven. The first proof
 * keeps the password, since a change wants a recent sign-in, which such an account has by password alone, or has no
 * password ({@link FirstAddress}); what else the account owned unproven is given up. Refused: a session that is over;
 * what the host is against; and with one answer a code that is wrong, used, replaced, expired, out of attempts, of
 * another person, asked for in another session, or for what another account has proven meanwhile. The attempt is
 * counted and committed before the code is looked at. The new address, the end of the other sessions and of all open
 * codes, and the notices to the old address are one transaction.
 */
final class ConfirmChangeFlow {

    private static final Outcome<OwnAccount.Changed> REFUSED = Outcome.refused(Refusal.INVALID_CODE);
    private static final Outcome<OwnAccount.Changed> MALFORMED = Outcome.refused(Refusal.MALFORMED_CODE);
    private static final Outcome<OwnAccount.Changed> ENDED = Outcome.refused(Refusal.SESSION_ENDED);

    private static final Rate TRIES = Rate.perDay(20);

    private final FlowContext context;
    private final ChangeCodes codes;
    private final IdentifierChangeNotice notice;
    private final FormerIdentifiers former;

    ConfirmChangeFlow(FlowContext context, ChangeCodes codes) {
        this.context = context;
        this.codes = codes;
        this.notice = new IdentifierChangeNotice(context);
        this.former = new FormerIdentifiers(context);
    }

    Outcome<OwnAccount.Changed> run(Caller caller, ChangeProof proof) {
        Instant now = context.now();
        if (context.store().read(tx -> CallerSession.live(tx, caller, now)).isEmpty()) {
            return ENDED;
        }
        Optional<StoredCode> aim = context.store().read(tx -> codes.of(tx, caller.user(), proof.challengeId()));
        Optional<Secret> typed = codes.typed(aim, proof.code());
        if (typed.isEmpty()) {
            return MALFORMED;
        }
        Optional<StoredCode> spent = spend(caller.user(), aim, now);
        if (spent.isEmpty() || !codes.matches(spent.get(), caller.session(), typed.get())) {
            return REFUSED;
        }
        try {
            return AttemptRefund.onFailure(
                    () -> confirm(caller, spent.get(), now), () -> giveBack(proof.challengeId(), now));
        } catch (KeyTakenException e) {
            return REFUSED; // another account has proven it at this very moment
        } catch (VetoException e) {
            context.events().tell(e.refused(now, Operation.IDENTIFIER_CHANGE, caller.user(), caller.session()));
            return Outcome.refused(Refusal.FORBIDDEN);
        }
    }

    private Outcome<OwnAccount.Changed> confirm(Caller caller, StoredCode code, Instant now) {
        boolean reserved = identifier(code)
                .filter(proven -> context.accounts().isReserved(proven))
                .isPresent();
        return reserved ? REFUSED : context.store().alone(tx -> write(tx, caller, code, now));
    }

    /** The code, with the try counted and one of its attempts spent; empty when it is not usable. */
    private Optional<StoredCode> spend(UserId user, Optional<StoredCode> aim, Instant now) {
        return aim.filter(code -> mayTry(user, code, now))
                .filter(code -> context.store()
                        .<Boolean>alone(tx ->
                                tx.codes().spendAttempt(code.state().binding().challengeId(), now)));
    }

    private void giveBack(String challenge, Instant now) {
        context.store().<Boolean>single(tx -> tx.codes().returnAttempt(challenge, now));
    }

    private boolean mayTry(UserId user, StoredCode code, Instant now) {
        String target = user + ":" + code.state().binding().recipientKey();
        return context.limiters().requests().take("CHANGE_TRY", target, TRIES, now);
    }

    private Outcome<OwnAccount.Changed> write(AuthTx tx, Caller caller, StoredCode code, Instant now) {
        Optional<StoredSession> session = CallerSession.held(tx, caller, now);
        Optional<Identifier> proven = identifier(code);
        if (session.isEmpty()) {
            return ENDED;
        }
        if (proven.isEmpty()
                || isTaken(tx, proven.get(), caller)
                || !tx.codes().use(code.state().binding().challengeId(), now)) {
            return REFUSED;
        }
        put(tx, caller, new Change(session.get(), proven.get()), now);
        return CallerSession.live(tx, caller, now)
                .flatMap(AccountView::of)
                .<Outcome<OwnAccount.Changed>>map(shown -> Outcome.done(new OwnAccount.Changed(shown, List.of())))
                .orElse(ENDED);
    }

    private void put(AuthTx tx, Caller caller, Change change, Instant now) {
        NewIdentifier requested = new NewIdentifier(change.before(), change.proven(), now);
        context.hooks().ask(tx, hook -> hook.beforeIdentifierChange(requested));
        former.keep(tx, change.before(), change.proven().kind(), now);
        tx.users().claim(caller.user(), change.proven(), now);
        if (!change.before().identifiers().anyVerified()) {
            tx.users().releaseUnproven(caller.user(), now);
            notice.sendToSites(tx, change.before(), change.proven(), now);
        }
        context.sessionEnds()
                .endAll(
                        tx,
                        new SessionRevocation.User(caller.user(), now),
                        EndReason.IDENTIFIER_CHANGED,
                        caller.session());
        tx.codes().endAll(caller.user(), now);
        notice.send(tx, NoticeSubject.of(change.session()), change.proven(), now);
        String kind = change.proven().kind().name().toLowerCase(Locale.ROOT);
        tx.afterCommit(() -> context.events().tell(new AuthEvent.IdentifierProven(now, caller.user(), kind)));
    }

    private static boolean isTaken(AuthTx tx, Identifier proven, Caller caller) {
        return tx.users()
                .byKey(proven.kind(), proven.key())
                .filter(owner -> !owner.info().id().equals(caller.user()))
                .isPresent();
    }

    private Optional<Identifier> identifier(StoredCode code) {
        return code.state().binding().channel() == Channel.EMAIL
                ? context.identifiers().email(code.recipient())
                : context.identifiers().phone(code.recipient());
    }

    private record Change(StoredSession session, Identifier proven) {

        UserInfo before() {
            return session.user().info();
        }
    }
}
