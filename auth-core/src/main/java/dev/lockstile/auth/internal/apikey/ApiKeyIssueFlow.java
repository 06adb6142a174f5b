package dev.lockstile.auth.internal.apikey;

import dev.lockstile.auth.apikey.ApiKey;
import dev.lockstile.auth.apikey.ApiKeySettings;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.SecurityNotice;
import dev.lockstile.auth.internal.session.CallerSession;
import dev.lockstile.auth.internal.throttle.AttemptRequest;
import dev.lockstile.auth.internal.throttle.PermitRequest;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.model.ApiKeyState;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.store.ApiKeyStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes and rotates keys. Refused: a session that is over or no session at all, a proof that is not recent, a scope
 * beyond the owner's, a time over the host's maximum, and more keys than an account may have.
 */
final class ApiKeyIssueFlow {

    private final FlowContext context;
    private final ApiKeySettings settings;
    private final ApiKeyTokens tokens;
    private final OwnerScopes scopes;
    private final SecurityNotice notice;

    ApiKeyIssueFlow(FlowContext context, ApiKeySettings settings, ApiKeyTokens tokens, OwnerScopes scopes) {
        this.context = context;
        this.settings = settings;
        this.tokens = tokens;
        this.scopes = scopes;
        this.notice = new SecurityNotice(context);
    }

    Outcome<ApiKey.Issued> create(Caller caller, ApiKey.Draft draft) {
        Instant now = context.now();
        return limited(caller, now, () -> context.store().alone(tx -> create(tx, caller, draft, now)));
    }

    Outcome<ApiKey.Issued> rotate(Caller caller, String id, @Nullable Duration validFor) {
        Instant now = context.now();
        Optional<FieldProblem> problem = ApiKeyDraftCheck.life(validFor, settings);
        return problem.isPresent()
                ? Outcome.invalid(List.of(problem.get()))
                : limited(caller, now, () -> context.store().alone(tx -> rotate(tx, caller, id, validFor, now)));
    }

    /** Before the permit is taken: a caller without a session or a recent proof spends none of the account's. */
    private Outcome<ApiKey.Issued> limited(Caller caller, Instant now, Supplier<Outcome<ApiKey.Issued>> flow) {
        Optional<Refusal> refusal =
                context.store().read(tx -> refusal(CallerSession.live(tx, caller, now), caller, now));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        PermitRequest permits = new PermitRequest(
                null, null, List.of(RateLimit.API_KEY_CHANGE_USER), AttemptRequest.subject(caller.user()));
        Optional<Instant> retryAt = context.limiters().requests().refusal(permits, now);
        return retryAt.isPresent() ? Outcome.refused(Refusal.THROTTLED, retryAt.get()) : flow.get();
    }

    private Optional<Refusal> refusal(Optional<StoredSession> session, Caller caller, Instant now) {
        if (session.isEmpty()) {
            return Optional.of(Refusal.SESSION_ENDED);
        }
        return context.isRecent(caller, session.get().user(), now)
                ? Optional.empty()
                : Optional.of(Refusal.STEP_UP_REQUIRED);
    }

    /** The account is held, so that two calls at once do not make one key too many. */
    private Outcome<ApiKey.Issued> create(AuthTx tx, Caller caller, ApiKey.Draft draft, Instant now) {
        Optional<StoredSession> session = CallerSession.held(tx, caller, now);
        Optional<ProfileInfo> profile = session.flatMap(live -> profile(live.user(), caller));
        if (session.isEmpty() || profile.isEmpty()) {
            return Outcome.refused(Refusal.SESSION_ENDED);
        }
        StoredUser owner = session.get().user();
        List<FieldProblem> problems = ApiKeyDraftCheck.problems(draft, scopes.of(owner, profile.get()), settings);
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        ApiKeyStore keys = ApiKeyRows.of(tx);
        if (keys.live(caller.user(), now).size() >= settings.perAccount()) {
            return Outcome.refused(Refusal.TOO_MANY_API_KEYS);
        }
        ApiKeyTokens.Minted minted = tokens.mint();
        ApiKeyState state = new ApiKeyState(
                minted.id(),
                profile.get().id().toString(),
                draft.name().strip(),
                draft.scopes(),
                ApiKeyState.Secrets.first(minted.digest()),
                new ApiKeyState.Times(now, expiry(draft.validFor(), now), null));
        keys.insert(caller.user(), state);
        return issued(tx, new Made(caller, owner, minted, "created"), state, now);
    }

    private Outcome<ApiKey.Issued> rotate(
            AuthTx tx, Caller caller, String id, @Nullable Duration validFor, Instant now) {
        Optional<StoredSession> session = CallerSession.held(tx, caller, now);
        if (session.isEmpty()) {
            return Outcome.refused(Refusal.SESSION_ENDED);
        }
        ApiKeyStore keys = ApiKeyRows.of(tx);
        Optional<ApiKeyState> found = keys.live(caller.user(), now).stream()
                .filter(key -> key.keyId().equals(id))
                .findFirst();
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.NOT_FOUND);
        }
        ApiKeyTokens.Minted minted = tokens.mint(id);
        ApiKeyState next = rotated(found.get(), minted, expiry(validFor, now), now);
        String seen = found.get().secrets().digest();
        boolean won = keys.rotate(
                caller.user(),
                id,
                new ApiKeyStore.Rotation(seen, next.secrets(), next.times().expiresAt(), now));
        return won
                ? issued(tx, new Made(caller, session.get().user(), minted, "rotated"), next, now)
                : Outcome.refused(Refusal.NOT_FOUND);
    }

    private ApiKeyState rotated(ApiKeyState key, ApiKeyTokens.Minted minted, Instant expiresAt, Instant now) {
        boolean overlaps = !settings.overlap().isZero();
        ApiKeyState.Secrets secrets = new ApiKeyState.Secrets(
                minted.digest(),
                overlaps ? key.secrets().digest() : null,
                overlaps ? earlier(now.plus(settings.overlap()), key.times().expiresAt()) : null);
        return new ApiKeyState(
                key.keyId(),
                key.profileRef(),
                key.name(),
                key.scopes(),
                secrets,
                new ApiKeyState.Times(
                        key.times().createdAt(), expiresAt, key.times().lastUsedAt()));
    }

    /** A replaced secret opens no longer than it would have without the rotation. */
    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Instant expiry(@Nullable Duration validFor, Instant now) {
        return now.plus(validFor == null ? settings.life().usual() : validFor);
    }

    private static Optional<ProfileInfo> profile(StoredUser owner, Caller caller) {
        return owner.profiles().stream()
                .filter(profile -> profile.id().equals(caller.profile()))
                .filter(profile -> profile.status().active())
                .findFirst();
    }

    private Outcome<ApiKey.Issued> issued(AuthTx tx, Made made, ApiKeyState state, Instant now) {
        notice.send(tx, made.owner().info(), MessageKind.API_KEY_CREATED, now);
        AuthEvent event = new AuthEvent.ApiKeyChanged(
                now, made.caller().user(), made.caller().session(), state.keyId(), made.change());
        tx.afterCommit(() -> context.events().tell(event));
        return Outcome.done(new ApiKey.Issued(made.minted().key(), ApiKeyRows.shown(state, now)));
    }

    private record Made(Caller caller, StoredUser owner, ApiKeyTokens.Minted minted, String change) {}
}
