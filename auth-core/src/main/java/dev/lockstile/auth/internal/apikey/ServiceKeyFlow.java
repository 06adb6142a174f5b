package dev.lockstile.auth.internal.apikey;

import dev.lockstile.auth.apikey.ApiKey;
import dev.lockstile.auth.event.Actor;
import dev.lockstile.auth.event.AuditReference;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.session.ActiveProfile;
import dev.lockstile.auth.internal.session.Admission;
import dev.lockstile.auth.internal.session.Authority;
import dev.lockstile.auth.internal.session.StandardAdminAuthorization;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes and rotates keys of service accounts on behalf of staff. Refused: a caller without the permission, a recent
 * proof or a session, an account that is a person's, and one whose role permits more than the caller has.
 */
final class ServiceKeyFlow {

    private final FlowContext context;
    private final IssuedKeys keys;
    private final StandardAdminAuthorization authorization;
    private final OperationEvents operations;

    ServiceKeyFlow(FlowContext context, IssuedKeys keys) {
        this.context = context;
        this.keys = keys;
        this.authorization = new StandardAdminAuthorization(context);
        this.operations = new OperationEvents(context);
    }

    Outcome<ApiKey.Issued> create(Caller caller, UserId program, ApiKey.Draft draft, String reference) {
        return run(
                new Asked(caller, program, actor(caller, reference), "api_key_created", context.now()),
                (tx, owner, now) -> keys.create(tx, owner, draft, now));
    }

    Outcome<ApiKey.Issued> rotate(Caller caller, ApiKey.Owned key, @Nullable Duration validFor, String reference) {
        Asked asked = new Asked(caller, key.user(), actor(caller, reference), "api_key_rotated", context.now());
        Optional<FieldProblem> problem = keys.problem(validFor);
        return run(
                asked,
                (tx, owner, now) -> problem.isPresent()
                        ? Outcome.invalid(List.of(problem.get()))
                        : keys.rotate(tx, key.user(), key.id(), validFor, now));
    }

    Outcome<Set<String>> scopes(Caller caller, UserId program) {
        Instant now = context.now();
        return context.store()
                .read(tx -> authorization
                        .refusalToLook(tx, caller, AdminPermission.PROGRAMS_MANAGE, now)
                        .<Outcome<Set<String>>>map(Outcome::refused)
                        .orElseGet(() -> tx.users()
                                .byId(program)
                                .filter(found -> found.info().status().program())
                                .flatMap(found -> ActiveProfile.choose(found.profiles())
                                        .map(profile -> keys.scopes().of(found, profile)))
                                .map(Outcome::done)
                                .orElseGet(() -> Outcome.refused(Refusal.NOT_FOUND))));
    }

    private static Actor actor(Caller caller, String reference) {
        return OperationEvents.actor(caller, AuditReference.require(reference));
    }

    private Outcome<ApiKey.Issued> run(Asked asked, Write write) {
        return operations.over(
                new OperationEvents.AccountAct(Operation.API_KEY_CHANGE, asked.program(), asked.actor()),
                () -> limited(asked, write));
    }

    /** Before the permit is taken: a caller without the right spends none of the account's. */
    private Outcome<ApiKey.Issued> limited(Asked asked, Write write) {
        Instant now = asked.now();
        Optional<Refusal> refusal = context.store().read(tx -> admit(tx, asked)).refusal();
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Optional<Instant> retryAt = IssuedKeys.retryAt(context, asked.caller(), now);
        return retryAt.isPresent()
                ? Outcome.refused(Refusal.THROTTLED, retryAt.get())
                : context.store().alone(tx -> write(tx, asked, write));
    }

    private Admission admit(AuthTx tx, Asked asked) {
        return authorization.admit(tx, asked.caller(), AdminPermission.PROGRAMS_MANAGE, asked.now());
    }

    /** The account is held: it is neither disabled nor deleted in between, and has no key too many. */
    private Outcome<ApiKey.Issued> write(AuthTx tx, Asked asked, Write write) {
        Admission admission = admit(tx, asked);
        if (admission.why() != null) {
            return Outcome.refused(admission.why());
        }
        Optional<StoredUser> found =
                tx.users().lock(asked.program(), asked.now()) ? tx.users().byId(asked.program()) : Optional.empty();
        if (found.isEmpty() || !found.get().info().status().program()) {
            return Outcome.refused(Refusal.NOT_FOUND);
        }
        StoredUser program = found.get();
        if (!isWithin(admission.authority(), program)) {
            return Outcome.refused(Refusal.FORBIDDEN);
        }
        Optional<ProfileInfo> profile = ActiveProfile.choose(program.profiles());
        if (!program.info().status().isOpen() || profile.isEmpty()) {
            return Outcome.refused(Refusal.ACCOUNT_UNAVAILABLE);
        }
        Outcome<ApiKey.Issued> issued = write.on(tx, new IssuedKeys.Owner(program, profile.get()), asked.now());
        issued.toOptional().ifPresent(done -> tell(tx, asked, done.key().id()));
        return issued;
    }

    /** A key has what the role has, so that no caller gets more by it than there was before. */
    private static boolean isWithin(Authority authority, StoredUser program) {
        return authority.reaches(program) && authority.givesAll(program);
    }

    private void tell(AuthTx tx, Asked asked, String key) {
        AuthEvent event =
                new AuthEvent.AccountStatusChanged(asked.now(), asked.program(), asked.change(), asked.actor(), key);
        tx.afterCommit(() -> context.events().tell(event));
    }

    private record Asked(Caller caller, UserId program, Actor actor, String change, Instant now) {}

    @FunctionalInterface
    private interface Write {
        Outcome<ApiKey.Issued> on(AuthTx tx, IssuedKeys.Owner owner, Instant now);
    }
}
