package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.AccountMerging;
import dev.lockstile.auth.event.Actor;
import dev.lockstile.auth.event.AuditReference;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.hook.AuthHook;
import dev.lockstile.auth.internal.flow.EventReason;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.flow.SecurityNotice;
import dev.lockstile.auth.internal.flow.VetoException;
import dev.lockstile.auth.internal.session.Admission;
import dev.lockstile.auth.internal.session.Authority;
import dev.lockstile.auth.internal.session.StandardAdminAuthorization;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Merges two accounts: right, both accounts and all that moves are one transaction, with both rows held. */
final class MergeFlow implements AccountMerging {

    private final FlowContext context;
    private final AccountChanges changes;
    private final StandardAdminAuthorization authorization;
    private final OperationEvents operations;
    private final IdentifierChangeNotice notice;
    private final SecurityNotice security;

    MergeFlow(FlowContext context, AccountChanges changes) {
        this.context = context;
        this.changes = changes;
        this.authorization = new StandardAdminAuthorization(context);
        this.operations = new OperationEvents(context);
        this.notice = new IdentifierChangeNotice(context);
        this.security = new SecurityNotice(context);
    }

    @Override
    public Outcome<Merge> previewMergeAs(Caller caller, UserId from, UserId into) {
        Instant now = context.now();
        return context.store().read(tx -> {
            Admission admission = authorization.admit(tx, caller, AdminPermission.USERS_MERGE, now);
            return admission
                    .refusal()
                    .filter(why -> why != Refusal.STEP_UP_REQUIRED)
                    .<Outcome<MergePlan>>map(Outcome::refused)
                    .orElseGet(() -> plan(tx, caller, admission.authority(), from, into))
                    .map(MergePlan::merge);
        });
    }

    @Override
    public Outcome<Merge> mergeAs(Caller caller, UserId from, UserId into, String reference) {
        Actor actor = OperationEvents.actor(caller, AuditReference.require(reference));
        Asked asked = new Asked(from, into, actor, reference, context.now());
        return operations.over(
                new OperationEvents.AccountAct(Operation.ACCOUNT_STATUS, from, actor),
                () -> attempt(asked, tx -> mergeAs(tx, caller, asked)));
    }

    @Override
    public Outcome<Merge> previewMerge(UserId from, UserId into) {
        return context.store().read(tx -> plan(tx, from, into)).map(MergePlan::merge);
    }

    @Override
    public Outcome<Merge> merge(UserId from, UserId into, String reference) {
        Asked asked = new Asked(from, into, null, AuditReference.require(reference), context.now());
        return operations.over(
                Operation.ACCOUNT_STATUS,
                from,
                () -> attempt(asked, tx -> merge(tx, asked, () -> plan(tx, from, into))),
                outcome -> EventReason.of(Operation.ACCOUNT_STATUS, outcome));
    }

    private Outcome<Merge> attempt(Asked asked, AuthStore.Work<Outcome<Merge>> work) {
        try {
            return context.store().join(work);
        } catch (KeyTakenException e) {
            return Outcome.refused(Refusal.IDENTIFIER_TAKEN); // by a unique column of the host's table
        } catch (VetoException e) {
            context.events().tell(asked.refused(e));
            return Outcome.refused(Refusal.FORBIDDEN);
        }
    }

    private Outcome<Merge> mergeAs(AuthTx tx, Caller caller, Asked asked) {
        Admission admission = authorization.admit(tx, caller, AdminPermission.USERS_MERGE, asked.now());
        return admission.why() == null
                ? merge(tx, asked, () -> plan(tx, caller, admission.authority(), asked.from(), asked.into()))
                : Outcome.refused(admission.why());
    }

    private Outcome<Merge> merge(AuthTx tx, Asked asked, Supplier<Outcome<MergePlan>> planned) {
        // the same order in every merge, so that two of them never wait for each other
        boolean held = Stream.of(asked.from(), asked.into())
                .distinct()
                .sorted(Comparator.comparing(UserId::toString))
                .allMatch(user -> tx.users().lock(user, asked.now()));
        if (!held) {
            return Outcome.refused(Refusal.NOT_FOUND);
        }
        Outcome<MergePlan> plan = planned.get();
        if (plan instanceof Outcome.Done<MergePlan> done) {
            return done.value().conflicts().isEmpty()
                    ? Outcome.done(write(tx, done.value(), asked))
                    : Outcome.invalid(done.value().conflicts());
        }
        return plan.map(MergePlan::merge);
    }

    private Outcome<MergePlan> plan(AuthTx tx, Caller caller, Authority authority, UserId from, UserId into) {
        boolean own = caller.user().equals(from) || caller.user().equals(into);
        Outcome<MergePlan> found = plan(tx, from, into);
        return found instanceof Outcome.Done<MergePlan> done && (own || !covers(authority, done.value()))
                ? Outcome.refused(Refusal.FORBIDDEN)
                : found;
    }

    private static boolean covers(Authority authority, MergePlan plan) {
        return authority.reaches(plan.from()) && authority.reaches(plan.into()) && authority.givesAll(plan.from());
    }

    /** Rights, and what a program has, are neither lost nor handed on by a merge. */
    private static Outcome<MergePlan> plan(AuthTx tx, UserId from, UserId into) {
        Optional<StoredUser> source = tx.users().byId(from);
        Optional<StoredUser> target = tx.users().byId(into);
        if (source.isEmpty() || target.isEmpty()) {
            return Outcome.refused(Refusal.NOT_FOUND);
        }
        return Stream.of(source.get(), target.get()).anyMatch(MergeFlow::isKept)
                ? Outcome.refused(Refusal.FORBIDDEN)
                : Outcome.done(MergePlan.of(tx, source.get(), target.get()));
    }

    private static boolean isKept(StoredUser user) {
        UserInfo.Status status = user.info().status();
        return status.program() || !status.rights().isEmpty();
    }

    private Merge write(AuthTx tx, MergePlan plan, Asked asked) {
        Instant now = asked.now();
        Merge merge = plan.merge();
        AuthHook.AccountMerge told =
                new AuthHook.AccountMerge(plan.from().info(), plan.into().info(), now);
        context.hooks().ask(tx, hook -> hook.beforeMerge(told));
        changes.endEverything(tx, asked.from(), EndReason.ACCOUNT_DELETED, now);
        changes.endEverything(tx, asked.into(), EndReason.ENDED_BY_ADMIN, now);
        ScheduledDeletions.end(tx, asked.into(), now); // else what moved would go with it
        tx.users().moveOwned(asked.from(), asked.into(), plan.providers(), now);
        tx.users().softDelete(asked.from(), now);
        tx.legacy().enterMerge(asked.from(), asked.into(), now);
        plan.moved()
                .forEach(move -> tx.users()
                        .claim(asked.into(), move.identifier(), move.verifiedAt() == null ? now : move.verifiedAt()));
        // a claim counts as a change at the time of its proof
        tx.users().lock(asked.into(), now);
        Stream.concat(merge.moved().stream(), merge.released().stream()).forEach(kind -> tell(tx, plan, kind, now));
        tellSites(tx, plan, asked);
        context.events().noted();
        tx.afterCommit(() -> {
            context.events().tell(asked.event(asked.from(), "deleted", "merged into user " + asked.into()));
            context.events().tell(asked.event(asked.into(), "merged", "from user " + asked.from()));
        });
        return merge;
    }

    private void tell(AuthTx tx, MergePlan plan, IdentifierKind kind, Instant now) {
        notice.send(tx, plan.from().info(), kind, now);
        notice.send(tx, plan.into().info(), kind, now);
    }

    /** An account at another site signs in to the account that stays, as one that its owner links does. */
    private void tellSites(AuthTx tx, MergePlan plan, Asked asked) {
        for (String provider : plan.merge().providers()) {
            security.send(tx, plan.into().info(), MessageKind.SOCIAL_LINKED, asked.now());
            AuthEvent linked = new AuthEvent.FactorsChanged(
                    asked.now(), asked.into(), "social linked: " + provider, asked.actor());
            tx.afterCommit(() -> context.events().tell(linked));
        }
    }

    /** @param actor null for the host's own code */
    private record Asked(UserId from, UserId into, @Nullable Actor actor, String reference, Instant now) {

        AuthEvent refused(VetoException veto) {
            return actor == null
                    ? veto.refused(now, Operation.ACCOUNT_STATUS, from, null)
                    : veto.refusedAct(now, Operation.ACCOUNT_STATUS, from, actor);
        }

        AuthEvent.AccountStatusChanged event(UserId user, String change, String values) {
            String told = actor == null ? values + ", by an administrator: " + reference : values;
            return new AuthEvent.AccountStatusChanged(now, user, change, actor, told);
        }
    }
}
