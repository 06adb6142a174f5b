package dev.lockstile.auth.internal.apikey;

import dev.lockstile.auth.apikey.ApiKey;
import dev.lockstile.auth.apikey.ApiKeySettings;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.throttle.AttemptRequest;
import dev.lockstile.auth.internal.throttle.PermitRequest;
import dev.lockstile.auth.model.ApiKeyState;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.store.ApiKeyStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes new keys and new secrets of keys, for an owner whose account is held. Who may ask, the flows decide. */
record IssuedKeys(ApiKeySettings settings, ApiKeyTokens tokens, OwnerScopes scopes) {

    /** The account is held, so that two calls at once do not make one key too many. */
    Outcome<ApiKey.Issued> create(AuthTx tx, Owner owner, ApiKey.Draft draft, Instant now) {
        UserId user = owner.user().info().id();
        List<FieldProblem> problems =
                ApiKeyDraftCheck.problems(draft, scopes.of(owner.user(), owner.profile()), settings);
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        ApiKeyStore keys = ApiKeyRows.of(tx);
        if (keys.live(user, now).size() >= settings.perAccount()) {
            return Outcome.refused(Refusal.TOO_MANY_API_KEYS);
        }
        ApiKeyTokens.Minted minted = tokens.mint();
        ApiKeyState state = new ApiKeyState(
                minted.id(),
                owner.profile().id().toString(),
                draft.name().strip(),
                draft.scopes(),
                ApiKeyState.Secrets.first(minted.digest()),
                new ApiKeyState.Times(now, expiry(draft.validFor(), now), null));
        keys.insert(user, state);
        return issued(minted, state, now);
    }

    Outcome<ApiKey.Issued> rotate(AuthTx tx, UserId user, String id, @Nullable Duration validFor, Instant now) {
        ApiKeyStore keys = ApiKeyRows.of(tx);
        Optional<ApiKeyState> found = keys.live(user, now).stream()
                .filter(key -> key.keyId().equals(id))
                .findFirst();
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.NOT_FOUND);
        }
        ApiKeyTokens.Minted minted = tokens.mint(id);
        ApiKeyState next = rotated(found.get(), minted, expiry(validFor, now), now);
        String seen = found.get().secrets().digest();
        boolean won = keys.rotate(
                user,
                id,
                new ApiKeyStore.Rotation(seen, next.secrets(), next.times().expiresAt(), now));
        return won ? issued(minted, next, now) : Outcome.refused(Refusal.NOT_FOUND);
    }

    /** Takes a permit of the caller's for a change of keys; when there is none, the moment of the next. */
    static Optional<Instant> retryAt(FlowContext context, Caller caller, Instant now) {
        PermitRequest permits = new PermitRequest(
                null, null, List.of(RateLimit.API_KEY_CHANGE_USER), AttemptRequest.subject(caller.user()));
        return context.limiters().requests().refusal(permits, now);
    }

    /** What is wrong with a time, before anything is read. */
    Optional<FieldProblem> problem(@Nullable Duration validFor) {
        return ApiKeyDraftCheck.life(validFor, settings);
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

    private static Outcome<ApiKey.Issued> issued(ApiKeyTokens.Minted minted, ApiKeyState state, Instant now) {
        return Outcome.done(new ApiKey.Issued(minted.key(), ApiKeyRows.shown(state, now)));
    }

    /** Whose key it is, and the profile in which it acts. */
    record Owner(StoredUser user, ProfileInfo profile) {}
}
