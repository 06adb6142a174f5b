package dev.lockstile.auth.internal.factor;

import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.factor.SecondFactors;
import dev.lockstile.auth.factor.SecondFactors.TotpEnrolment;
import dev.lockstile.auth.internal.flow.FeatureRows;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.gate.SignInGate;
import dev.lockstile.auth.internal.session.CallerSession;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.model.RecoveryCodeSet;
import dev.lockstile.auth.model.TrustedBrowserState;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.FactorStore;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The flows behind the second factors of the caller. */
final class FactorFlows implements SecondFactors {

    private final FlowContext context;
    private final SignInGate gate;
    private final TotpFlow totp;
    private final RecoveryCodeRenewalFlow recovery;
    private final OperationEvents operations;

    FactorFlows(FlowContext context, SignInGate gate, TotpFlow totp, RecoveryCodeRenewalFlow recovery) {
        this.context = context;
        this.gate = gate;
        this.totp = totp;
        this.recovery = recovery;
        this.operations = new OperationEvents(context);
    }

    @Override
    public SecondFactors.Served served() {
        return context.store()
                .read(tx ->
                        new SecondFactors.Served(totp.isServed(tx), recovery.isServed(tx), gate.trustsBrowsers(tx)));
    }

    @Override
    public Outcome<TotpEnrolment> beginTotp(Caller caller) {
        return watched(caller, () -> totp.begin(caller));
    }

    @Override
    public Outcome<List<Secret>> confirmTotp(Caller caller, String enrolmentId, Secret code) {
        return watched(caller, () -> totp.confirm(caller, enrolmentId, code));
    }

    @Override
    public Outcome<Boolean> removeTotp(Caller caller) {
        return watched(caller, () -> totp.remove(caller));
    }

    @Override
    public Outcome<List<Secret>> renewRecoveryCodes(Caller caller) {
        return watched(caller, () -> recovery.renew(caller));
    }

    private <T> Outcome<T> watched(Caller caller, Supplier<Outcome<T>> flow) {
        return operations.over(Operation.FACTOR_CHANGE, caller, flow);
    }

    @Override
    public Outcome<SecondFactors.View> view(Caller caller) {
        return read(caller, (tx, user) -> view(tx, user, context.now()));
    }

    private Outcome<SecondFactors.View> view(AuthTx tx, StoredUser user, Instant now) {
        FactorStore factors = tx.factors();
        return Outcome.done(new SecondFactors.View(
                user.passwordHash() != null,
                user.factors().contains(FactorKind.TOTP),
                context.features().rows("passkeys", tx, user.info().id()).size(),
                factors.recoveryCodes()
                        .left(user.info().id())
                        .map(RecoveryCodeSet::left)
                        .orElse(0),
                context.features().rows("social", tx, user.info().id()).stream()
                        .map(FeatureRows.Row::name)
                        .distinct()
                        .toList(),
                factors.browsers().live(user.info().id(), now).size()));
    }

    @Override
    public Outcome<RecoveryCodeSet> recoveryCodes(Caller caller) {
        return read(
                caller,
                (tx, user) -> tx.factors()
                        .recoveryCodes()
                        .left(user.info().id())
                        .<Outcome<RecoveryCodeSet>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(Refusal.NOT_FOUND)));
    }

    @Override
    public Outcome<List<TrustedBrowserState>> browsers(Caller caller) {
        return read(
                caller,
                (tx, user) ->
                        Outcome.done(tx.factors().browsers().live(user.info().id(), context.now())));
    }

    @Override
    public Outcome<Boolean> forgetBrowser(Caller caller, String browserId) {
        Instant now = context.now();
        return watched(
                caller,
                () -> context.store()
                        .alone(tx -> over(
                                tx,
                                caller,
                                now,
                                (in, user) ->
                                        in.factors().browsers().end(user.info().id(), browserId, now)
                                                ? Outcome.done(true)
                                                : Outcome.refused(Refusal.NOT_FOUND))));
    }

    @Override
    public Outcome<Integer> forgetBrowsers(Caller caller) {
        Instant now = context.now();
        return watched(
                caller,
                () -> context.store()
                        .alone(tx -> over(
                                tx,
                                caller,
                                now,
                                (in, user) -> Outcome.done(in.factors()
                                        .browsers()
                                        .endAll(user.info().id(), now)))));
    }

    @Override
    public List<String> stepUpMethods(Caller caller) {
        Instant now = context.now();
        return context.store()
                .read(tx -> CallerSession.live(tx, caller, now)
                        .map(session -> methods(tx, session.user()))
                        .orElse(List.of()));
    }

    private List<String> methods(AuthTx tx, StoredUser user) {
        if (user.hasSecondFactor()) {
            return gate.kinds().offered(tx, user).stream().map(FactorKind::code).toList();
        }
        return user.passwordHash() == null ? List.of("code") : List.of("password", "code");
    }

    private <T> Outcome<T> read(Caller caller, BiFunction<AuthTx, StoredUser, Outcome<T>> work) {
        return context.store().read(tx -> over(tx, caller, context.now(), work));
    }

    private static <T> Outcome<T> over(
            AuthTx tx, Caller caller, Instant now, BiFunction<AuthTx, StoredUser, Outcome<T>> work) {
        Optional<StoredSession> session = CallerSession.live(tx, caller, now);
        return session.map(live -> work.apply(tx, live.user())).orElseGet(() -> Outcome.refused(Refusal.SESSION_ENDED));
    }
}
