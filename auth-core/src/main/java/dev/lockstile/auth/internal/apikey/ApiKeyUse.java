package dev.lockstile.auth.internal.apikey;

import dev.lockstile.auth.internal.crypto.ConstantTime;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.ApiKeyState;
import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.store.ApiKeyStore;
import dev.lockstile.auth.store.ApiKeyStore.StoredApiKey;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Credential;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The caller of a request that shows a key. Refused: a text that is no key of this host, without a query; too many
 * uses; a key that is revoked, expired or replaced; an owner who may not act, or whose profile is gone.
 */
final class ApiKeyUse {

    private static final Duration NOTED_EVERY = Duration.ofHours(1);
    /** No session has an id with a colon, so that none is found by it. */
    private static final String NO_SESSION = "key:";

    private final FlowContext context;
    private final ApiKeyTokens tokens;
    private final OwnerScopes scopes;

    ApiKeyUse(FlowContext context, ApiKeyTokens tokens, OwnerScopes scopes) {
        this.context = context;
        this.tokens = tokens;
        this.scopes = scopes;
    }

    Outcome<Caller> run(String shown) {
        Instant now = context.now();
        Optional<ApiKeyTokens.Presented> presented = tokens.read(shown);
        if (presented.isEmpty()) {
            return Outcome.refused(Refusal.INVALID_TOKEN);
        }
        ApiKeyTokens.Presented key = presented.get();
        Optional<Instant> retryAt = refusal(key, now);
        if (retryAt.isPresent()) {
            return Outcome.refused(Refusal.THROTTLED, retryAt.get());
        }
        Optional<StoredApiKey> found = context.store()
                .read(tx -> tx.extension(ApiKeyStore.class).flatMap(keys -> keys.byId(key.id())))
                .filter(stored -> opens(stored, key.digest(), now));
        Optional<Caller> caller = found.flatMap(this::caller);
        caller.ifPresent(any -> note(found.get().key(), now));
        return caller.map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal.INVALID_TOKEN));
    }

    /** Counts by secret, so that uses of a replaced one leave those of the live one. */
    private Optional<Instant> refusal(ApiKeyTokens.Presented key, Instant now) {
        return context.limiters().apiKeys().refusal(key.digest(), now);
    }

    private static boolean opens(StoredApiKey stored, String digest, Instant now) {
        ApiKeyState key = stored.key();
        return now.isBefore(key.times().expiresAt())
                && fits(key.secrets(), digest, now)
                && stored.user().info().status().at(now).isOpen();
    }

    private static boolean fits(ApiKeyState.Secrets secrets, String digest, Instant now) {
        String previous = secrets.previous();
        Instant until = secrets.previousUntil();
        return ConstantTime.equal(secrets.digest(), digest)
                || previous != null && until != null && now.isBefore(until) && ConstantTime.equal(previous, digest);
    }

    private Optional<Caller> caller(StoredApiKey stored) {
        StoredUser owner = stored.user();
        return owner.profiles().stream()
                .filter(profile -> profile.id().toString().equals(stored.key().profileRef()))
                .filter(profile -> profile.status().active())
                .findFirst()
                .map(profile -> caller(stored.key(), owner, profile));
    }

    private Caller caller(ApiKeyState key, StoredUser owner, ProfileInfo profile) {
        return new Caller(
                owner.info().id(),
                new SessionId(NO_SESSION + key.keyId()),
                profile.id(),
                Set.of(),
                Set.of(),
                Instant.EPOCH,
                AuthContext.UNKNOWN,
                scopes.among(key.scopes(), owner, profile),
                new Credential.OfApiKey(key.keyId()));
    }

    /** Once an hour, and not while the host's own transaction holds a connection: it is an aid, and no evidence. */
    private void note(ApiKeyState key, Instant now) {
        Instant since = now.minus(NOTED_EVERY);
        Instant last = key.times().lastUsedAt();
        if ((last == null || last.isBefore(since)) && !context.store().holdsConnection()) {
            context.store()
                    .alone(tx -> tx.extension(ApiKeyStore.class)
                            .map(keys -> keys.use(key.keyId(), since, now))
                            .orElse(false));
        }
    }
}
