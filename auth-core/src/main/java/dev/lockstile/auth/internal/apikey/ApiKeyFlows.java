package dev.lockstile.auth.internal.apikey;

import dev.lockstile.auth.apikey.ApiKey;
import dev.lockstile.auth.apikey.ApiKeySettings;
import dev.lockstile.auth.apikey.ApiKeys;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.session.CallerSession;
import dev.lockstile.auth.internal.session.StandardAdminAuthorization;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.store.ApiKeyStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The flows behind the keys of an account: what is made and rotated asks for more than what is listed and revoked. */
public final class ApiKeyFlows implements ApiKeys {

    private final FlowContext context;
    private final ApiKeySettings.Life life;
    private final ApiKeyTokens tokens;
    private final ApiKeyUse use;
    private final ApiKeyIssueFlow issue;
    private final ServiceKeyFlow programs;
    private final OwnerScopes scopes;
    private final StandardAdminAuthorization authorization;
    private final OperationEvents operations;

    public ApiKeyFlows(FlowContext context, ApiKeySettings settings) {
        this.scopes = new OwnerScopes(context, settings);
        this.authorization = new StandardAdminAuthorization(context);
        this.context = context;
        this.life = settings.life();
        this.tokens = new ApiKeyTokens(settings.prefix(), context.digests(), context.randomness());
        this.use = new ApiKeyUse(context, tokens, scopes);
        IssuedKeys issued = new IssuedKeys(settings, tokens, scopes);
        this.issue = new ApiKeyIssueFlow(context, issued);
        this.programs = new ServiceKeyFlow(context, issued);
        this.operations = new OperationEvents(context);
    }

    @Override
    public boolean isServed() {
        return true;
    }

    @Override
    public ApiKeySettings.Life life() {
        return life;
    }

    @Override
    public String start(String id) {
        return tokens.start(id);
    }

    @Override
    public boolean isKey(String text) {
        return tokens.isKey(text);
    }

    @Override
    public Outcome<Caller> authenticate(String key) {
        return use.run(key);
    }

    @Override
    public Outcome<ApiKey.Issued> create(Caller caller, ApiKey.Draft draft) {
        return watched(caller, () -> issue.create(caller, draft));
    }

    @Override
    public Outcome<ApiKey.Issued> rotate(Caller caller, String id, @Nullable Duration validFor) {
        return watched(caller, () -> issue.rotate(caller, id, validFor));
    }

    @Override
    public Outcome<ApiKey.Issued> createAs(Caller caller, UserId program, ApiKey.Draft draft, String reference) {
        return programs.create(caller, program, draft, reference);
    }

    @Override
    public Outcome<Set<String>> scopesAs(Caller caller, UserId program) {
        return programs.scopes(caller, program);
    }

    @Override
    public Outcome<ApiKey.Issued> rotateAs(
            Caller caller, ApiKey.Owned key, @Nullable Duration validFor, String reference) {
        return programs.rotate(caller, key, validFor, reference);
    }

    @Override
    public Outcome<List<ApiKey>> list(Caller caller) {
        Instant now = context.now();
        return context.store()
                .read(tx -> CallerSession.live(tx, caller, now).isEmpty()
                        ? Outcome.refused(Refusal.SESSION_ENDED)
                        : Outcome.done(ApiKeyRows.shown(tx, caller.user(), now)));
    }

    @Override
    public Outcome<Set<String>> scopes(Caller caller) {
        Instant now = context.now();
        return context.store()
                .read(tx -> CallerSession.live(tx, caller, now)
                        .map(StoredSession::user)
                        .flatMap(owner -> owner.profiles().stream()
                                .filter(profile -> profile.id().equals(caller.profile()))
                                .findFirst()
                                .map(profile -> scopes.of(owner, profile)))
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(Refusal.SESSION_ENDED)));
    }

    @Override
    public Outcome<List<ApiKey>> listAs(Caller caller, UserId user) {
        Instant now = context.now();
        return context.store()
                .read(tx -> authorization
                        .refusalToLook(tx, caller, AdminPermission.USERS_READ, now)
                        .<Outcome<List<ApiKey>>>map(Outcome::refused)
                        .orElseGet(() -> Outcome.done(ApiKeyRows.shown(tx, user, now))));
    }

    @Override
    public Outcome<ApiKey> rename(Caller caller, String id, String name) {
        Optional<FieldProblem> problem = ApiKeyDraftCheck.name(name);
        Instant now = context.now();
        return watched(
                caller,
                () -> problem.isPresent()
                        ? Outcome.invalid(List.of(problem.get()))
                        : context.store().alone(tx -> rename(tx, caller, id, name.strip(), now)));
    }

    private Outcome<ApiKey> rename(AuthTx tx, Caller caller, String id, String name, Instant now) {
        if (CallerSession.live(tx, caller, now).isEmpty()) {
            return Outcome.refused(Refusal.SESSION_ENDED);
        }
        ApiKeyStore keys = ApiKeyRows.of(tx);
        if (!keys.rename(caller.user(), id, name, now)) {
            return Outcome.refused(Refusal.NOT_FOUND);
        }
        tell(tx, caller, id, "renamed", now);
        return keys.live(caller.user(), now).stream()
                .filter(key -> key.keyId().equals(id))
                .findFirst()
                .map(key -> Outcome.done(ApiKeyRows.shown(key, now)))
                .orElseGet(() -> Outcome.refused(Refusal.NOT_FOUND));
    }

    @Override
    public Outcome<Boolean> revoke(Caller caller, String id) {
        Instant now = context.now();
        return watched(caller, () -> context.store().alone(tx -> revoke(tx, caller, id, now)));
    }

    private Outcome<Boolean> revoke(AuthTx tx, Caller caller, String id, Instant now) {
        if (CallerSession.live(tx, caller, now).isEmpty()) {
            return Outcome.refused(Refusal.SESSION_ENDED);
        }
        if (!ApiKeyRows.of(tx).end(caller.user(), id, now)) {
            return Outcome.refused(Refusal.NOT_FOUND);
        }
        tell(tx, caller, id, "revoked", now);
        return Outcome.done(true);
    }

    private void tell(AuthTx tx, Caller caller, String id, String change, Instant now) {
        tx.afterCommit(() ->
                context.events().tell(new AuthEvent.ApiKeyChanged(now, caller.user(), caller.session(), id, change)));
    }

    private <T> Outcome<T> watched(Caller caller, Supplier<Outcome<T>> flow) {
        return operations.over(Operation.API_KEY_CHANGE, caller, flow);
    }
}
