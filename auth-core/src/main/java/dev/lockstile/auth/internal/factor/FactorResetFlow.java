package dev.lockstile.auth.internal.factor;

import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.factor.AccountFactors;
import dev.lockstile.auth.factor.FactorAdministration;
import dev.lockstile.auth.internal.flow.FactorRevocation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NamedAccount;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.flow.SessionRevocation;
import dev.lockstile.auth.internal.session.Admission;
import dev.lockstile.auth.internal.session.StandardAdminAuthorization;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.TotpState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.FactorStore;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Resets second factors: the factors, what relied on them, the notice and the event are one transaction. */
final class FactorResetFlow implements FactorAdministration {

    private static final Set<FactorAdministration.Reset> DONE = EnumSet.of(
            FactorAdministration.Reset.DONE, FactorAdministration.Reset.WAITING, FactorAdministration.Reset.CANCELLED);

    private final FlowContext context;
    private final StandardAdminAuthorization authorization;
    private final NamedAccount accounts;
    private final FactorChanges changes;
    private final FactorNotices notices;
    private final OperationEvents operations;
    private final WaitingResets waiting;

    /** @param wait how long a reset waits; zero where it does not */
    FactorResetFlow(FlowContext context, Duration wait) {
        this.context = context;
        this.authorization = new StandardAdminAuthorization(context);
        this.accounts = new NamedAccount(context.identifiers());
        this.waiting = new WaitingResets(context, wait);
        this.changes = new FactorChanges(context);
        this.notices = new FactorNotices(context);
        this.operations = new OperationEvents(context);
    }

    @Override
    public Optional<AccountFactors> factors(UserId user) {
        Instant now = context.now();
        return context.store().read(tx -> tx.users().byId(user).map(owner -> factors(tx, owner, now)));
    }

    private AccountFactors factors(AuthTx tx, StoredUser owner, Instant now) {
        UserId user = owner.info().id();
        FactorStore factors = tx.factors();
        boolean second = owner.hasSecondFactor();
        return new AccountFactors(
                owner.passwordHash() != null,
                owner.passwordHash() == null ? null : owner.passwordChangedAt(),
                owner.factors().contains(FactorKind.TOTP)
                        ? factors.totps()
                                .confirmed(user)
                                .map(TotpState::confirmedAt)
                                .orElse(null)
                        : null,
                owner.factors().contains(FactorKind.PASSKEY)
                        ? factors.passkeys().of(user)
                        : List.of(),
                second ? factors.recoveryCodes().left(user).orElse(null) : null,
                second ? waiting.due(tx, user, now) : null);
    }

    @Override
    public FactorAdministration.Reset resetAs(Caller caller, String login, String reference) {
        return resetAs(new Asked(caller, null, tx -> accounts.find(tx, login), ResetReason.of(caller, reference)));
    }

    @Override
    public FactorAdministration.Reset resetAs(Caller caller, UserId user, String reference) {
        return resetAs(new Asked(caller, user, tx -> tx.users().byId(user), ResetReason.of(caller, reference)));
    }

    private FactorAdministration.Reset resetAs(Asked asked) {
        return watched(asked, (tx, held, now) -> reset(tx, held, asked.why(), now));
    }

    @Override
    public FactorAdministration.Reset cancelAs(Caller caller, String login, String reference) {
        return cancelAs(new Asked(caller, null, tx -> accounts.find(tx, login), ResetReason.of(caller, reference)));
    }

    @Override
    public FactorAdministration.Reset cancelAs(Caller caller, UserId user, String reference) {
        return cancelAs(new Asked(caller, user, tx -> tx.users().byId(user), ResetReason.of(caller, reference)));
    }

    private FactorAdministration.Reset cancelAs(Asked asked) {
        return watched(
                asked,
                (tx, held, now) -> waiting.cancel(tx, held.info(), asked.why(), now)
                        ? FactorAdministration.Reset.CANCELLED
                        : FactorAdministration.Reset.NONE_WAITS);
    }

    private FactorAdministration.Reset watched(Asked asked, Work work) {
        Instant now = context.now();
        return operations.over(
                new OperationEvents.AccountAct(
                        Operation.FACTOR_CHANGE,
                        asked.user(),
                        OperationEvents.actor(asked.caller(), asked.why().reference())),
                () -> context.store().alone(tx -> permitted(tx, asked, work, now)),
                result -> DONE.contains(result) ? null : result.name().toLowerCase(Locale.ROOT));
    }

    private FactorAdministration.Reset permitted(AuthTx tx, Asked asked, Work work, Instant now) {
        Admission admission = authorization.admit(tx, asked.caller(), AdminPermission.FACTORS_RESET, now);
        if (admission.why() != null) {
            return result(admission.why());
        }
        Optional<StoredUser> owner =
                asked.owner().apply(tx).flatMap(found -> hold(tx, found.info().id(), now));
        if (owner.isEmpty()) {
            return FactorAdministration.Reset.NOT_FOUND;
        }
        return admission.authority().reaches(owner.get())
                ? work.on(tx, owner.get(), now)
                : FactorAdministration.Reset.FORBIDDEN;
    }

    private static FactorAdministration.Reset result(Refusal why) {
        return switch (why) {
            case SESSION_ENDED -> FactorAdministration.Reset.SESSION_ENDED;
            case SECOND_FACTOR_REQUIRED -> FactorAdministration.Reset.SECOND_FACTOR_REQUIRED;
            case STEP_UP_REQUIRED -> FactorAdministration.Reset.STEP_UP_REQUIRED;
            default -> FactorAdministration.Reset.FORBIDDEN;
        };
    }

    @Override
    public FactorAdministration.Reset reset(UserId user, String reference) {
        ResetReason why = ResetReason.of(reference);
        Instant now = context.now();
        return context.store().join(tx -> reset(tx, user, why, now));
    }

    @Override
    public FactorAdministration.Reset reset(String login, String reference) {
        ResetReason why = ResetReason.of(reference);
        Instant now = context.now();
        return context.store()
                .join(tx -> accounts.find(tx, login)
                        .map(owner -> reset(tx, owner.info().id(), why, now))
                        .orElse(FactorAdministration.Reset.NOT_FOUND));
    }

    @Override
    public boolean cancel(String login, String reference) {
        ResetReason why = ResetReason.of(reference);
        Instant now = context.now();
        return context.store()
                .join(tx -> accounts.find(tx, login)
                        .filter(owner -> waiting.cancel(tx, owner.info(), why, now))
                        .isPresent());
    }

    private FactorAdministration.Reset reset(AuthTx tx, UserId user, ResetReason why, Instant now) {
        return hold(tx, user, now).map(held -> reset(tx, held, why, now)).orElse(FactorAdministration.Reset.NOT_FOUND);
    }

    /** The account as it stays until the end of the transaction. */
    private static Optional<StoredUser> hold(AuthTx tx, UserId user, Instant now) {
        return tx.users().lock(user, now) ? tx.users().byId(user) : Optional.empty();
    }

    private FactorAdministration.Reset reset(AuthTx tx, StoredUser held, ResetReason why, Instant now) {
        if (!waiting.isDue(tx, held, why, now)) {
            return FactorAdministration.Reset.WAITING;
        }
        UserId user = held.info().id();
        FactorRevocation.erase(context, tx, user, now);
        context.sessionEnds().endAll(tx, new SessionRevocation.User(user, now), EndReason.FACTORS_CHANGED, null);
        tx.codes().endAll(user, now);
        context.limiters().factors().succeeded(tx, user, now);
        notices.reset(tx, held.info(), now);
        changes.tell(tx, why.event("reset", user, now));
        return FactorAdministration.Reset.DONE;
    }

    /** @param user null where the caller named the account by an identifier */
    private record Asked(
            Caller caller, @Nullable UserId user, Function<AuthTx, Optional<StoredUser>> owner, ResetReason why) {}

    @FunctionalInterface
    private interface Work {
        FactorAdministration.Reset on(AuthTx tx, StoredUser held, Instant now);
    }
}
