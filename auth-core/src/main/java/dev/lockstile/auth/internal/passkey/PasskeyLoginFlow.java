package dev.lockstile.auth.internal.passkey;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.factor.PasskeyCeremony;
import dev.lockstile.auth.factor.PasskeyLogin;
import dev.lockstile.auth.internal.flow.AttemptRefund;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.flow.VetoException;
import dev.lockstile.auth.internal.gate.Clearance;
import dev.lockstile.auth.internal.gate.LostRaceException;
import dev.lockstile.auth.internal.gate.SignInGate;
import dev.lockstile.auth.internal.passkey.PasskeyCeremonies.Aim;
import dev.lockstile.auth.internal.passkey.PasskeyFactor.Proven;
import dev.lockstile.auth.internal.session.SessionOpener;
import dev.lockstile.auth.internal.session.SessionOpener.Opened;
import dev.lockstile.auth.internal.session.SignInEvents;
import dev.lockstile.auth.internal.throttle.PermitRequest;
import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.token.SignIn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Signs in with a passkey alone, and asks for one as the second factor, or for a new one where the host wants a factor.
 * The challenge is used up and that committed before anything is looked at, so N answers at once are one; the proof is
 * written down in the transaction that opens the session. Refused with one answer: a challenge that is none, used, late
 * or of another kind; an unknown passkey; whatever the verifier refuses; a counter that did not rise; an account
 * that may not sign in; and a veto of the host.
 */
final class PasskeyLoginFlow implements PasskeyLogin {

    private static final String METHOD = "passkey";
    private static final Outcome<SignIn> REFUSED = Outcome.refused(Refusal.INVALID_CREDENTIALS);
    private static final Map<Refusal, String> REASONS =
            Map.of(Refusal.PASSKEYS_OFF, "refused", Refusal.DEVICE_REQUIRED, "refused");
    private static final Rate STARTS = Rate.perMinute(10);

    private final FlowContext context;
    private final @Nullable PasskeyCeremonies ceremonies;
    private final PasskeyFactor factor;
    private final SignInGate gate;
    private final SessionOpener opener;
    private final OperationEvents operations;
    private final SignInEvents events;

    PasskeyLoginFlow(
            FlowContext context,
            @Nullable PasskeyCeremonies ceremonies,
            PasskeyFactor factor,
            SignInGate gate,
            SessionOpener opener) {
        this.context = context;
        this.ceremonies = ceremonies;
        this.factor = factor;
        this.gate = gate;
        this.opener = opener;
        this.operations = new OperationEvents(context);
        this.events = new SignInEvents(context);
    }

    @Override
    public boolean isServed() {
        return ceremonies != null;
    }

    @Override
    public Outcome<PasskeyCeremony> begin(@Nullable String address) {
        PasskeyCeremonies asked = ceremonies;
        if (asked == null) {
            return Outcome.refused(Refusal.PASSKEYS_OFF);
        }
        Instant now = context.now();
        return context.limiters().permits().over(() -> begin(asked, address, now), started -> false);
    }

    private Outcome<PasskeyCeremony> begin(PasskeyCeremonies asked, @Nullable String address, Instant now) {
        Optional<Instant> refusal =
                context.limiters().requests().refusal(PermitRequest.of(RateLimit.PASSKEY_START_IP, address), now);
        return refusal.<Outcome<PasskeyCeremony>>map(retryAt -> Outcome.refused(Refusal.THROTTLED, retryAt))
                .orElseGet(() ->
                        Outcome.done(context.store().alone(tx -> asked.show(tx, Aim.SIGN_IN, List.of(), now))));
    }

    @Override
    public Outcome<PasskeyCeremony> beginSecondFactor(Secret challengeId) {
        return beginStep(now -> tx -> gate.waiting().findSecondStep(tx, challengeId, now), this::show);
    }

    @Override
    public Outcome<PasskeyCeremony> beginEnrolment(Secret challengeId) {
        return beginStep(now -> tx -> gate.waiting().findEnrolment(tx, challengeId, now), this::register);
    }

    private Outcome<PasskeyCeremony> beginStep(
            Function<Instant, Function<AuthTx, Optional<AuthChallenge>>> find, Ask ask) {
        PasskeyCeremonies asked = ceremonies;
        if (asked == null) {
            return Outcome.refused(Refusal.PASSKEYS_OFF);
        }
        Instant now = context.now();
        Optional<AuthChallenge> challenge = context.store().read(find.apply(now)::apply);
        if (challenge.isEmpty()) {
            return Outcome.refused(Refusal.INVALID_SECOND_FACTOR);
        }
        return context.limiters().permits().over(() -> begin(asked, challenge.get(), ask, now), started -> false);
    }

    private Outcome<PasskeyCeremony> begin(PasskeyCeremonies asked, AuthChallenge challenge, Ask ask, Instant now) {
        if (!context.limiters().requests().take("PASSKEY_START", challenge.digest(), STARTS, now)) {
            return Outcome.refused(Refusal.THROTTLED, now.plus(STARTS.window()));
        }
        return context.store()
                .alone(tx -> ask.of(tx, asked, challenge, now))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.INVALID_SECOND_FACTOR));
    }

    /** What the browser is asked in a sign-in that waits. */
    private interface Ask {
        Optional<PasskeyCeremony> of(AuthTx tx, PasskeyCeremonies asked, AuthChallenge open, Instant now);
    }

    private Optional<PasskeyCeremony> register(AuthTx tx, PasskeyCeremonies asked, AuthChallenge open, Instant now) {
        return gate.waiting()
                .userOf(tx, open)
                .map(StoredUser::info)
                .filter(user -> tx.factors().passkeys().isMapped())
                .filter(user -> user.identifiers().anyVerified())
                .map(user -> new PasskeyRegistrations(context, asked).begin(tx, user, open.digest(), now));
    }

    private Optional<PasskeyCeremony> show(AuthTx tx, PasskeyCeremonies asked, AuthChallenge open, Instant now) {
        Optional<StoredUser> user = gate.waiting().userOf(tx, open);
        if (user.isEmpty()) {
            return Optional.empty();
        }
        UserId id = user.get().info().id();
        List<PasskeyState> there = tx.factors().passkeys().of(id);
        Aim aim = Aim.of(AuthChallenge.Kind.PASSKEY_SECOND_FACTOR, id, open.digest());
        return there.isEmpty() ? Optional.empty() : Optional.of(asked.show(tx, aim, there, now));
    }

    @Override
    public Outcome<SignIn> finish(PasskeyLogin.Attempt attempt) {
        return operations.over(Operation.SIGN_IN, () -> run(attempt), REASONS);
    }

    private Outcome<SignIn> run(PasskeyLogin.Attempt attempt) {
        if (ceremonies == null) {
            return Outcome.refused(Refusal.PASSKEYS_OFF);
        }
        if (attempt.client().kind() == ClientKind.MOBILE && attempt.client().device() == null) {
            return Outcome.refused(Refusal.DEVICE_REQUIRED);
        }
        Instant now = context.now();
        Optional<Instant> refusal = context.limiters()
                .requests()
                .refusal(PermitRequest.of(RateLimit.LOGIN_IP, attempt.client().address()), now);
        if (refusal.isPresent()) {
            return Outcome.refused(Refusal.THROTTLED, refusal.get());
        }
        return factor.checkAlone(attempt.credential(), now)
                .map(proven -> AttemptRefund.onFailure(
                        () -> enter(proven, attempt, now), () -> proven.use().giveBack()))
                .orElseGet(() -> refuse(null, "wrong", now));
    }

    private Outcome<SignIn> enter(Proven proven, PasskeyLogin.Attempt attempt, Instant now) {
        UserId user = proven.user();
        try {
            Optional<Opened> in = opener.assessed(answer -> context.store()
                    .alone(tx -> write(tx, proven, new SessionOpener.Entry(attempt.client(), now).answered(answer))));
            return in.map(opened -> events.entered(Outcome.done(opened), user, METHOD, now))
                    .orElseGet(() -> refuse(user, "may not sign in", now));
        } catch (LostRaceException e) {
            return refuse(user, "used", now);
        } catch (VetoException e) {
            return refuse(user, e.reason(), now);
        }
    }

    private Optional<Opened> write(AuthTx tx, Proven proven, SessionOpener.Entry entry) {
        Instant now = entry.now();
        boolean recorded = known(tx, proven.user()).isPresent() && tx.users().recordLogin(proven.user(), now);
        Optional<StoredUser> user = recorded ? known(tx, proven.user()) : Optional.empty();
        return user.map(found -> {
            Clearance cleared = gate.clearByPasskey(tx, found, proven.use(), now);
            opener.require(found, cleared.context(), entry);
            return opener.open(tx, cleared, entry);
        });
    }

    private static Optional<StoredUser> known(AuthTx tx, UserId id) {
        return tx.users().byId(id).filter(found -> mayEnter(found.info()));
    }

    /** Not by a passkey alone while nothing of the account is proven, as a password does not sign in then. */
    private static boolean mayEnter(UserInfo user) {
        return user.status().mayAct() && (user.identifiers().anyVerified() || user.isAdmitted());
    }

    private Outcome<SignIn> refuse(@Nullable UserId user, String reason, Instant now) {
        context.events().tell(new AuthEvent.SignInFailed(now, user, METHOD, reason));
        return REFUSED;
    }
}
