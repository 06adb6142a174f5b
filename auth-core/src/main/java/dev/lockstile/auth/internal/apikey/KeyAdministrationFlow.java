package dev.lockstile.auth.internal.apikey;

import dev.lockstile.auth.apikey.ApiKey;
import dev.lockstile.auth.apikey.ApiKeyAdministration;
import dev.lockstile.auth.apikey.ApiKeySettings;
import dev.lockstile.auth.event.AuditReference;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.EventReason;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NoticeSubject;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.session.ActiveProfile;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keys of any account on behalf of the host's own code. The account is held, so that none is made beside its end. */
public final class KeyAdministrationFlow implements ApiKeyAdministration {

    private final FlowContext context;
    private final IssuedKeys keys;
    private final OperationEvents operations;
    private final KeyNotice notice;

    public KeyAdministrationFlow(FlowContext context, ApiKeySettings settings) {
        this.context = context;
        this.keys = new IssuedKeys(
                settings,
                new ApiKeyTokens(settings.prefix(), context.digests(), context.randomness()),
                new OwnerScopes(context, settings));
        this.operations = new OperationEvents(context);
        this.notice = new KeyNotice(context);
    }

    @Override
    public Outcome<List<ApiKey>> list(UserId user) {
        Instant now = context.now();
        return context.store().read(tx -> Outcome.done(ApiKeyRows.shown(tx, user, now)));
    }

    @Override
    public Outcome<Set<String>> scopes(UserId user) {
        return context.store()
                .read(tx -> tx.users().byId(user))
                .flatMap(found -> ActiveProfile.choose(found.profiles())
                        .map(profile -> keys.scopes().of(found, profile)))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.NOT_FOUND));
    }

    @Override
    public Outcome<ApiKey.Issued> create(UserId user, ApiKey.Draft draft, String reference) {
        Asked asked = new Asked(user, "api_key_created", AuditReference.require(reference), context.now());
        return run(asked, tx -> issued(tx, asked, owner -> keys.create(tx, owner, draft, asked.now())));
    }

    @Override
    public Outcome<ApiKey.Issued> rotate(ApiKey.Owned key, @Nullable Duration validFor, String reference) {
        Asked asked = new Asked(key.user(), "api_key_rotated", AuditReference.require(reference), context.now());
        Optional<FieldProblem> problem = keys.problem(validFor);
        return run(
                asked,
                tx -> problem.isPresent()
                        ? Outcome.invalid(List.of(problem.get()))
                        : issued(tx, asked, owner -> keys.rotate(tx, key.user(), key.id(), validFor, asked.now())));
    }

    @Override
    public Outcome<Boolean> revoke(ApiKey.Owned key, String reference) {
        Asked asked = new Asked(key.user(), "api_key_revoked", AuditReference.require(reference), context.now());
        return run(asked, tx -> {
            if (!ApiKeyRows.of(tx).end(key.user(), key.id(), asked.now())) {
                return Outcome.refused(Refusal.NOT_FOUND);
            }
            tell(tx, asked, key.id());
            return Outcome.done(true);
        });
    }

    private <T> Outcome<T> run(Asked asked, AuthStore.Work<Outcome<T>> work) {
        return operations.over(
                Operation.API_KEY_CHANGE,
                asked.user(),
                () -> context.store().alone(work),
                outcome -> EventReason.of(Operation.API_KEY_CHANGE, outcome));
    }

    private Outcome<ApiKey.Issued> issued(
            AuthTx tx, Asked asked, Function<IssuedKeys.Owner, Outcome<ApiKey.Issued>> write) {
        Optional<StoredUser> found =
                tx.users().lock(asked.user(), asked.now()) ? tx.users().byId(asked.user()) : Optional.empty();
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.NOT_FOUND);
        }
        StoredUser owner = found.get();
        Optional<ProfileInfo> profile = ActiveProfile.choose(owner.profiles());
        if (!owner.info().status().isOpen() || profile.isEmpty()) {
            return Outcome.refused(Refusal.ACCOUNT_UNAVAILABLE);
        }
        Outcome<ApiKey.Issued> issued = write.apply(new IssuedKeys.Owner(owner, profile.get()));
        issued.toOptional().ifPresent(done -> {
            notice.send(tx, NoticeSubject.of(owner.info()), done.key(), asked.change(), asked.now());
            tell(tx, asked, done.key().id());
        });
        return issued;
    }

    private void tell(AuthTx tx, Asked asked, String key) {
        AuthEvent event = new AuthEvent.AccountStatusChanged(
                asked.now(), asked.user(), asked.change(), null, key + ", by an administrator: " + asked.reference());
        tx.afterCommit(() -> context.events().tell(event));
    }

    private record Asked(UserId user, String change, String reference, Instant now) {}
}
