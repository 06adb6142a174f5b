package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.internal.account.ChangeCheck.Wanted;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.session.CallerSession;
import dev.lockstile.auth.internal.throttle.PermitRequest;
import dev.lockstile.auth.internal.throttle.SendLimiter;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierStates;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a request for new names to sign in by passes: a recent proof of who asks
 * ({@link FirstAddress} is the exception), the limit of requests per person, and for
 * each code the limits of its recipient and of text messages. They are counted and committed before anything is
 * written. No request is refused, and no client is told, because another client asked for the same address.
 */
final class IdentifierChangeLimiter {

    private static final Rate CHANGES = Rate.perHour(10);

    private final FlowContext context;
    private final ChangeCodes codes;

    IdentifierChangeLimiter(FlowContext context, ChangeCodes codes) {
        this.context = context;
        this.codes = codes;
    }

    /** Takes the permits of the request, in transactions of their own. */
    Permission ask(Caller caller, Wanted wanted, @Nullable String address, Instant now) {
        Optional<StoredSession> session = context.store().read(tx -> CallerSession.live(tx, caller, now));
        if (session.isEmpty()) {
            return Permission.refused(Refusal.SESSION_ENDED, null);
        }
        Names names = Names.of(session.get(), wanted);
        if (!names.areNone() && !isProven(caller, names, now)) {
            return Permission.refused(Refusal.STEP_UP_REQUIRED, null);
        }
        return names.areNone()
                ? new Permission(null, Set.of(), Set.of())
                : count(caller, names, now)
                        .map(refusal -> new Permission(refusal, Set.of(), Set.of()))
                        .orElseGet(() -> send(names, address, now));
    }

    private Optional<Outcome<OwnAccount.Changed>> count(Caller caller, Names names, Instant now) {
        return context.limiters().requests().take("CHANGE", caller.user().toString(), CHANGES, now)
                ? context.store().read(tx -> refusal(tx, caller, names, now))
                : refused(Refusal.THROTTLED, now.plus(CHANGES.window()));
    }

    /**
     * Told are the limits of the asker and of the network: those of the recipient would tell what others asked for.
     * Many accounts of one person share the network's.
     */
    private Permission send(Names names, @Nullable String address, Instant now) {
        UserId asker = names.user().id();
        for (Identifier requested : names.toProve()) {
            Optional<Instant> opensAt =
                    context.limiters().requests().refusal(PermitRequest.changeBy(asker, requested, address), now);
            if (opensAt.isPresent()) {
                return Permission.refused(Refusal.THROTTLED, opensAt.get());
            }
        }
        Identifier name = names.toTake();
        if (name != null && context.accounts().isReserved(name)) {
            return Permission.refused(Refusal.USERNAME_TAKEN, null);
        }
        List<Identifier> toProve = names.toProve();
        return new Permission(
                null,
                toProve.stream().filter(requested -> leaves(requested, now)).collect(Collectors.toUnmodifiableSet()),
                toProve.stream()
                        .filter(requested -> context.accounts().isReserved(requested))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private boolean leaves(Identifier requested, Instant now) {
        boolean granted = context.limiters()
                .requests()
                .refusal(PermitRequest.changeTo(requested), now)
                .isEmpty();
        return granted && context.limiters().sends().admits(requested, SendLimiter.Asker.STRANGER, now);
    }

    /** What is against these names, now; looked at once more where they are written. */
    Optional<Outcome<OwnAccount.Changed>> refusal(AuthTx tx, Caller caller, Names names, Instant now) {
        if (names.areNone()) {
            return Optional.empty();
        }
        if (!isProven(caller, names, now)) {
            return refused(Refusal.STEP_UP_REQUIRED, null);
        }
        Identifier name = names.toTake();
        if (name != null && owner(tx, name, names.user()).isPresent()) {
            return refused(Refusal.USERNAME_TAKEN, null);
        }
        return names.toProve().stream()
                .flatMap(requested -> codes.coolingUntil(tx, names.user().id(), requested, now).stream())
                .findFirst()
                .flatMap(until -> refused(Refusal.THROTTLED, until));
    }

    private boolean isProven(Caller caller, Names names, Instant now) {
        return context.isRecent(caller, names.session().user(), now) || FirstAddress.isAllowed(context, names, now);
    }

    private static Optional<Outcome<OwnAccount.Changed>> refused(Refusal why, @Nullable Instant retryAt) {
        return Optional.of(Outcome.refused(why, retryAt));
    }

    /** Whether another account owns it. */
    static Optional<StoredUser> owner(AuthTx tx, Identifier requested, UserInfo asker) {
        return tx.users()
                .byKey(requested.kind(), requested.key())
                .filter(owner -> !owner.info().id().equals(asker.id()));
    }

    /**
     * The names asked for.
     *
     * @param session in which, with its user as it is now
     * @param toTake the user name; null for none
     */
    record Names(
            StoredSession session,
            List<Identifier> toProve,
            @Nullable Identifier toTake) {

        static Names of(StoredSession session, Wanted wanted) {
            IdentifierStates has = session.user().info().identifiers();
            return new Names(
                    session, wanted.names().toProve(has), wanted.names().toTake(has));
        }

        UserInfo user() {
            return session.user().info();
        }

        boolean areNone() {
            return toProve.isEmpty() && toTake == null;
        }
    }

    /**
     * How it ended.
     *
     * @param refusal null when the request may go on
     * @param open where a message may be sent; what is missing is answered as if it were there
     * @param there whether a user still to be imported has it; answered as if it were free
     */
    record Permission(@Nullable Outcome<OwnAccount.Changed> refusal, Set<Identifier> open, Set<Identifier> there) {

        static Permission refused(Refusal why, @Nullable Instant retryAt) {
            return new Permission(Outcome.refused(why, retryAt), Set.of(), Set.of());
        }

        boolean lets(Identifier requested) {
            return open.contains(requested);
        }
    }
}
