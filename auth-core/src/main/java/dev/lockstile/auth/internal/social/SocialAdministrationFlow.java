package dev.lockstile.auth.internal.social;

import dev.lockstile.auth.event.Actor;
import dev.lockstile.auth.event.AuditReference;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.FactorRevocation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NamedAccount;
import dev.lockstile.auth.internal.flow.NoticeSubject;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.flow.SessionRevocation;
import dev.lockstile.auth.internal.session.Admission;
import dev.lockstile.auth.internal.session.StandardAdminAuthorization;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.social.SocialAdministration;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.SocialStore.StoredSocialAccount;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lists and changes links of other people: the link, what relied on it, the notice and the event are one transaction.
 */
public final class SocialAdministrationFlow implements SocialAdministration {

    private final FlowContext context;
    private final SocialSites sites;
    private final SocialLinkFlow linkFlow;
    private final SocialLinks links;
    private final StandardAdminAuthorization authorization;
    private final NamedAccount accounts;
    private final OperationEvents operations;

    /** @param settings null where the host serves none */
    public SocialAdministrationFlow(FlowContext context, @Nullable SocialSettings settings) {
        this.context = context;
        this.sites = new SocialSites(context, settings);
        this.linkFlow = new SocialLinkFlow(context, sites);
        this.links = new SocialLinks(context);
        this.authorization = new StandardAdminAuthorization(context);
        this.accounts = new NamedAccount(context.identifiers());
        this.operations = new OperationEvents(context);
    }

    @Override
    public Outcome<List<Account>> accountsAs(Caller caller, Owner owner) {
        return operations.over(
                Operation.SOCIAL_REQUEST,
                caller,
                () -> served(now -> context.store()
                        .read(tx -> asked(
                                tx, new Asked(caller, () -> find(tx, owner), now), (user, at) -> listed(tx, user)))));
    }

    @Override
    public Outcome<Boolean> unlinkAs(Caller caller, Owner owner, String accountId, String reference) {
        return changeAs(caller, owner, Change.by(caller, accountId, reference, this::unlink));
    }

    @Override
    public Outcome<Boolean> resumeAs(Caller caller, Owner owner, String accountId, String reference) {
        return changeAs(caller, owner, Change.by(caller, accountId, reference, this::resume));
    }

    private Outcome<Boolean> changeAs(Caller caller, Owner owner, Change change) {
        return operations.over(
                new OperationEvents.AccountAct(
                        Operation.FACTOR_CHANGE,
                        owner instanceof ById id ? id.user() : null,
                        Objects.requireNonNull(change.actor())),
                () -> served(now -> context.store()
                        .alone(tx -> asked(
                                tx,
                                new Asked(caller, () -> hold(tx, owner, now), now),
                                (held, at) -> changed(tx, held, change, at)))));
    }

    @Override
    public Outcome<List<Account>> accounts(Owner owner) {
        return served(now -> context.store()
                .read(tx -> find(tx, owner)
                        .map(user -> listed(tx, user))
                        .orElseGet(() -> Outcome.refused(Refusal.NOT_FOUND))));
    }

    @Override
    public Outcome<Boolean> unlink(Owner owner, String accountId, String reference) {
        return change(owner, Change.of(accountId, reference, this::unlink));
    }

    @Override
    public Outcome<Boolean> resume(Owner owner, String accountId, String reference) {
        return change(owner, Change.of(accountId, reference, this::resume));
    }

    private Outcome<Boolean> change(Owner owner, Change change) {
        return served(now -> context.store()
                .join(tx -> hold(tx, owner, now)
                        .map(held -> changed(tx, held, change, now))
                        .orElseGet(() -> Outcome.refused(Refusal.NOT_FOUND))));
    }

    private <T> Outcome<T> served(Function<Instant, Outcome<T>> flow) {
        try {
            sites.settings();
        } catch (SocialRefusedException e) {
            return Outcome.refused(e.why());
        }
        return flow.apply(context.now());
    }

    private <T> Outcome<T> asked(AuthTx tx, Asked asked, BiFunction<StoredUser, Instant, Outcome<T>> flow) {
        Admission admission = authorization.admit(tx, asked.caller(), AdminPermission.LINKS_MANAGE, asked.now());
        if (admission.why() != null) {
            return Outcome.refused(admission.why());
        }
        Optional<StoredUser> found = asked.owner().get();
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.NOT_FOUND);
        }
        return admission.authority().reaches(found.get())
                ? flow.apply(found.get(), asked.now())
                : Outcome.refused(Refusal.FORBIDDEN);
    }

    private Optional<StoredUser> find(AuthTx tx, Owner owner) {
        return owner instanceof ById id ? tx.users().byId(id.user()) : accounts.find(tx, ((ByLogin) owner).login());
    }

    /** The account as it stays until the end of the transaction. */
    private Optional<StoredUser> hold(AuthTx tx, Owner owner, Instant now) {
        return find(tx, owner)
                .map(found -> found.info().id())
                .filter(id -> tx.users().lock(id, now))
                .flatMap(tx.users()::byId);
    }

    private static Outcome<List<Account>> listed(AuthTx tx, StoredUser user) {
        return Outcome.done(tx.socials().of(user.info().id()).stream()
                .map(account -> new Account(SocialLinkFlow.shown(account), account.suspended()))
                .toList());
    }

    private static Outcome<Boolean> changed(AuthTx tx, StoredUser held, Change change, Instant now) {
        Optional<StoredSocialAccount> account = tx.socials().of(held.info().id()).stream()
                .filter(linked -> linked.id().toString().equals(change.accountId()))
                .findFirst();
        if (account.isEmpty()) {
            return Outcome.refused(Refusal.SOCIAL_NOT_FOUND);
        }
        Optional<Refusal> refusal = change.work().on(tx, new Held(held, account.get(), change), now);
        return refusal.isPresent() ? Outcome.refused(refusal.get()) : Outcome.done(true);
    }

    private Optional<Refusal> unlink(AuthTx tx, Held held, Instant now) {
        if (!linkFlow.takeAway(tx, held.user(), held.account(), now)) {
            return Optional.of(Refusal.LAST_SIGN_IN_METHOD);
        }
        UserId id = held.user().info().id();
        context.sessionEnds().endAll(tx, new SessionRevocation.User(id, now), EndReason.FACTORS_CHANGED, null);
        FactorRevocation.forgetBrowsers(context, tx, id, now);
        links.tellUnlinked(tx, held.owner(), held.provider(), held.event("social unlinked: ", now));
        return Optional.empty();
    }

    private Optional<Refusal> resume(AuthTx tx, Held held, Instant now) {
        UserId id = held.user().info().id();
        if (!tx.socials().liftSuspension(id, held.account().id(), now)) {
            return Optional.of(Refusal.SOCIAL_NOT_SUSPENDED);
        }
        links.tellResumed(tx, held.owner(), held.provider(), held.event("social resumed: ", now));
        return Optional.empty();
    }

    private record Asked(Caller caller, Supplier<Optional<StoredUser>> owner, Instant now) {}

    /** @param actor null for the host's own code */
    private record Change(
            String accountId, String reference, @Nullable Actor actor, Work work) {

        static Change of(String accountId, String reference, Work work) {
            return new Change(accountId, AuditReference.require(reference), null, work);
        }

        static Change by(Caller caller, String accountId, String reference, Work work) {
            String why = AuditReference.require(reference);
            return new Change(accountId, why, OperationEvents.actor(caller, why), work);
        }

        String who() {
            return actor == null ? "an administrator" : "user " + actor.user();
        }
    }

    /** A link of a user who is held. */
    private record Held(StoredUser user, StoredSocialAccount account, Change change) {

        NoticeSubject owner() {
            return NoticeSubject.of(user.info());
        }

        String provider() {
            return account.identity().provider();
        }

        AuthEvent.FactorsChanged event(String what, Instant now) {
            String text = provider() + ", by " + change.who() + ": " + change.reference();
            return new AuthEvent.FactorsChanged(now, user.info().id(), what + text, change.actor());
        }
    }

    @FunctionalInterface
    private interface Work {
        Optional<Refusal> on(AuthTx tx, Held held, Instant now);
    }
}
