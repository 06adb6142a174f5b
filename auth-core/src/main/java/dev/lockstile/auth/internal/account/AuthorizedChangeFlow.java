package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.event.Actor;
import dev.lockstile.auth.event.AuditReference;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.flow.VetoException;
import dev.lockstile.auth.internal.session.Admission;
import dev.lockstile.auth.internal.session.Authority;
import dev.lockstile.auth.internal.session.StandardAdminAuthorization;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes an account on behalf of a caller: right, account and change are read and written in one transaction, with the
 * account's row held. Refused before anything is written: a caller without the permission, a superuser's account, and
 * an account or a role with more rights than the caller has.
 */
final class AuthorizedChangeFlow {

    private final FlowContext context;
    private final StandardAdminAuthorization authorization;
    private final OperationEvents operations;

    AuthorizedChangeFlow(FlowContext context) {
        this.context = context;
        this.authorization = new StandardAdminAuthorization(context);
        this.operations = new OperationEvents(context);
    }

    Change run(Caller caller, UserId user, String reference, AccountChange change) {
        Actor actor = OperationEvents.actor(caller, AuditReference.require(reference));
        Asked asked = new Asked(caller, user, actor, change, context.now());
        return operations.over(
                new OperationEvents.AccountAct(Operation.ACCOUNT_STATUS, user, actor),
                () -> attempt(asked),
                result -> result == Change.DONE ? null : asked.refused(result.name()));
    }

    private Change attempt(Asked asked) {
        try {
            return context.store().join(tx -> change(tx, asked));
        } catch (KeyTakenException e) {
            return Change.TAKEN;
        } catch (BeyondAuthorityException e) {
            return Change.FORBIDDEN;
        } catch (VetoException e) {
            context.events().tell(e.refusedAct(asked.now(), Operation.ACCOUNT_STATUS, asked.user(), asked.actor()));
            return Change.VETOED;
        }
    }

    private Change change(AuthTx tx, Asked asked) {
        Admission admission =
                authorization.admit(tx, asked.caller(), asked.change().permission(), asked.now());
        if (admission.why() != null) {
            return result(admission.why());
        }
        Optional<StoredUser> owner = owner(tx, asked);
        if (owner.isEmpty()) {
            return Change.NOT_FOUND;
        }
        AccountChange change = asked.change();
        if (isBeyond(admission.authority(), owner.get(), change) || movesProgram(owner.get(), change)) {
            return Change.FORBIDDEN;
        }
        if (change.write() == AccountChange.UNKNOWN_ROLE) {
            return Change.UNKNOWN_ROLE;
        }
        if (!change.write().on(tx, asked.user(), asked.now())) {
            return Change.UNCHANGED;
        }
        requireCovered(tx, admission.authority(), asked);
        context.events().noted();
        AuthEvent.AccountStatusChanged event = asked.event(change.values().of(owner.get()));
        tx.afterCommit(() -> context.events().tell(event));
        return Change.DONE;
    }

    private static Change result(Refusal why) {
        return switch (why) {
            case SESSION_ENDED -> Change.SESSION_ENDED;
            case SECOND_FACTOR_REQUIRED -> Change.SECOND_FACTOR_REQUIRED;
            case STEP_UP_REQUIRED -> Change.STEP_UP_REQUIRED;
            default -> Change.FORBIDDEN;
        };
    }

    /** Why a change that is neither done nor unchanged was not made. */
    static Refusal refusal(Change change) {
        return switch (change) {
            case NOT_FOUND -> Refusal.NOT_FOUND;
            case SESSION_ENDED -> Refusal.SESSION_ENDED;
            case STEP_UP_REQUIRED -> Refusal.STEP_UP_REQUIRED;
            case SECOND_FACTOR_REQUIRED -> Refusal.SECOND_FACTOR_REQUIRED;
            default -> Refusal.FORBIDDEN;
        };
    }

    /** Whether the account, or the role that it is to have, has more rights than the caller. */
    private static boolean isBeyond(Authority authority, StoredUser owner, AccountChange change) {
        boolean reached = change.account() == AccountChange.On.ANY ? authority.covers(owner) : authority.reaches(owner);
        String role = change.role();
        return !reached || role != null && !authority.gives(role);
    }

    /** An account is one of a program from its opening on, or never. */
    private boolean movesProgram(StoredUser owner, AccountChange change) {
        String role = change.role();
        return role != null
                && (owner.info().status().program()
                        || context.settings().roles().isForPrograms(role));
    }

    /** The roles of a deleted account are known once it is restored. */
    private static void requireCovered(AuthTx tx, Authority authority, Asked asked) {
        boolean beyond = asked.change().account() == AccountChange.On.DELETED
                && tx.users()
                        .byId(asked.user())
                        .filter(restored -> !authority.covers(restored))
                        .isPresent();
        if (beyond) {
            throw new BeyondAuthorityException();
        }
    }

    private static Optional<StoredUser> owner(AuthTx tx, Asked asked) {
        if (asked.change().account() == AccountChange.On.DELETED) {
            return tx.users().deleted(asked.user());
        }
        return tx.users().lock(asked.user(), asked.now()) ? tx.users().byId(asked.user()) : Optional.empty();
    }

    private record Asked(Caller caller, UserId user, Actor actor, AccountChange change, Instant now) {

        AuthEvent.AccountStatusChanged event(@Nullable String values) {
            return new AuthEvent.AccountStatusChanged(now, user, change.name(), actor, values);
        }

        /** A stable code, and what was not done. */
        String refused(String why) {
            return why.toLowerCase(Locale.ROOT) + " (not " + change.name() + ")";
        }
    }

    /** Rolls the restored account back. */
    private static final class BeyondAuthorityException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
