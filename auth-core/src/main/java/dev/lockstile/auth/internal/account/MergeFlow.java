package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.AccountMerging;
import dev.lockstile.auth.event.Actor;
import dev.lockstile.auth.event.AuditReference;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.hook.AuthHook;
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
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

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
        Asked asked = new Asked(caller, from, into, actor, context.now());
        return operations.over(
                new OperationEvents.AccountAct(Operation.ACCOUNT_STATUS, from, actor), () -> attempt(asked));
    }

    private Outcome<Merge> attempt(Asked asked) {
        try {
            return context.store().join(tx -> merge(tx, asked));
        } catch (VetoException e) {
            context.events().tell(e.refusedAct(asked.now(), Operation.ACCOUNT_STATUS, asked.from(), asked.actor()));
            return Outcome.refused(Refusal.FORBIDDEN);
        }
    }

    private Outcome<Merge> merge(AuthTx tx, Asked asked) {
        Admission admission = authorization.admit(tx, asked.caller(), AdminPermission.USERS_MERGE, asked.now());
        if (admission.why() != null) {
            return Outcome.refused(admission.why());
        }
        // the same order in every merge, so that two of them never wait for each other
        boolean held = Stream.of(asked.from(), asked.into())
                .distinct()
                .sorted(Comparator.comparing(UserId::toString))
                .allMatch(user -> tx.users().lock(user, asked.now()));
        if (!held) {
            return Outcome.refused(Refusal.NOT_FOUND);
        }
        Outcome<MergePlan> plan = plan(tx, asked.caller(), admission.authority(), asked.from(), asked.into());
        if (plan instanceof Outcome.Done<MergePlan> done) {
            return done.value().conflicts().isEmpty()
                    ? Outcome.done(write(tx, done.value(), asked))
                    : Outcome.invalid(done.value().conflicts());
        }
        return plan.map(MergePlan::merge);
    }

    private Outcome<MergePlan> plan(AuthTx tx, Caller caller, Authority authority, UserId from, UserId into) {
        Optional<StoredUser> source = tx.users().byId(from);
        Optional<StoredUser> target = tx.users().byId(into);
        if (source.isEmpty() || target.isEmpty()) {
            return Outcome.refused(Refusal.NOT_FOUND);
        }
        boolean own = caller.user().equals(from) || caller.user().equals(into);
        boolean reached = isReached(authority, source.get()) && isReached(authority, target.get());
        return own || !reached || !authority.givesAll(source.get())
                ? Outcome.refused(Refusal.FORBIDDEN)
                : Outcome.done(MergePlan.of(tx, source.get(), target.get()));
    }

    /** Rights are neither lost nor handed on by a merge. */
    private static boolean isReached(Authority authority, StoredUser user) {
        return user.info().status().rights().isEmpty() && authority.reaches(user);
    }

    private Merge write(AuthTx tx, MergePlan plan, Asked asked) {
        Instant now = asked.now();
        Merge merge = plan.merge();
        AuthHook.AccountMerge told =
                new AuthHook.AccountMerge(plan.from().info(), plan.into().info(), now);
        context.hooks().ask(tx, hook -> hook.beforeMerge(told));
        changes.endEverything(tx, asked.from(), EndReason.ACCOUNT_DELETED, now);
        changes.endEverything(tx, asked.into(), EndReason.ENDED_BY_ADMIN, now);
        tx.users().moveOwned(asked.from(), asked.into(), plan.providers(), now);
        tx.users().softDelete(asked.from(), now);
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

    private record Asked(Caller caller, UserId from, UserId into, Actor actor, Instant now) {

        AuthEvent.AccountStatusChanged event(UserId user, String change, String values) {
            return new AuthEvent.AccountStatusChanged(now, user, change, actor, values);
        }
    }
}
