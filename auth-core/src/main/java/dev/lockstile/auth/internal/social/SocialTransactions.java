package dev.lockstile.auth.internal.social;

import dev.lockstile.auth.internal.crypto.ColumnCipher;
import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.token.Caller;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sign-ins and links that were begun and have to be finished within ten minutes: each a row with the digest of 256
 * random bits. Nonce and code verifier are keyed digests over those bits, so that nothing is stored that they could be
 * read from.
 */
final class SocialTransactions {

    static final Duration TTL = Duration.ofMinutes(10);

    private static final int SECRET_BYTES = 32;
    private static final int LONGEST = 100;
    private static final int LONGEST_SEALED = 2000;

    private final FlowContext context;
    private final ColumnCipher cipher;
    private final Digests.Use digests;

    SocialTransactions(FlowContext context, ColumnCipher cipher) {
        this.context = context;
        this.cipher = cipher;
        this.digests = context.digests().use("social");
    }

    Secret fresh() {
        return Secret.of(context.randomness().text(SECRET_BYTES));
    }

    /** What goes to the provider and comes back inside the ID token. */
    String nonce(Secret transaction) {
        return digests.of("nonce", transaction.reveal());
    }

    /** The PKCE verifier of a browser's transaction (RFC 7636): a client without the cookie cannot redeem the code. */
    Secret verifier(Secret state, Secret browser) {
        return Secret.of(digests.of("verifier", state.reveal(), browser.reveal()));
    }

    /** What binds a transaction to its provider and, where there is one, to its browser. */
    String binding(String provider, String browser) {
        return digests.of("binding", provider, browser);
    }

    /** What a token that needs no transaction is known by. */
    String token(String digest) {
        return digests.of("token", digest);
    }

    /** Writes a transaction down. */
    void insert(AuthTx tx, Row row, Instant now) {
        String digest = digest(row.secret());
        tx.factors()
                .challenges()
                .insert(
                        new AuthChallenge(
                                digest,
                                row.kind(),
                                row.binding(),
                                sealed(row.payload(), digest),
                                null,
                                new AuthChallenge.Use(0, 1, row.until(), null)),
                        now);
    }

    /** Ids in letters of three bytes each may be more than the column holds. */
    private @Nullable String sealed(@Nullable String payload, String digest) {
        if (payload == null) {
            return null;
        }
        String sealed = cipher.seal(payload.getBytes(StandardCharsets.UTF_8), row(digest));
        if (sealed.length() > LONGEST_SEALED) {
            throw SocialRefusedException.of(Refusal.INVALID_SOCIAL_TOKEN, "too long to be kept", null);
        }
        return sealed;
    }

    /** When a transaction began; a proof in it is that old at most. */
    static Instant begunAt(AuthChallenge row) {
        return row.use().validUntil().minus(TTL);
    }

    /** The open transaction of that secret and kind. */
    Optional<AuthChallenge> find(AuthTx tx, Secret secret, AuthChallenge.Kind kind, Instant now) {
        return secret.reveal().length() > LONGEST
                ? Optional.empty()
                : tx.factors()
                        .challenges()
                        .byDigest(digest(secret))
                        .filter(row -> row.kind() == kind && row.isOpen(now));
    }

    /** What was sealed; empty when it is not what we wrote there. */
    Optional<String> payload(AuthChallenge row) {
        String sealed = row.payloadSealed();
        return sealed == null
                ? Optional.empty()
                : cipher.open(sealed, row(row.digest())).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static byte[] row(String digest) {
        return ("social|" + digest).getBytes(StandardCharsets.UTF_8);
    }

    static String digest(Secret secret) {
        return Digests.sha256(secret.utf8());
    }

    /**
     * Whose a transaction is.
     *
     * @param caller who alone may finish it; null for a sign-in
     * @param bound as {@link #binding} says
     */
    static AuthChallenge.Binding of(@Nullable Caller caller, String bound) {
        return new AuthChallenge.Binding(
                caller == null ? null : caller.user(),
                caller == null ? null : caller.session().value(),
                null,
                bound);
    }

    /** A transaction to be written down. */
    record Row(
            Secret secret,
            AuthChallenge.Kind kind,
            AuthChallenge.Binding binding,
            @Nullable String payload,
            Instant until) {}
}
