package dev.lockstile.auth.internal.gate;

import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.TrustedBrowserState;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.ClientInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Browsers in which the second factor was shown and may be left out at sign-in for a while. Such a session stays one of
 * one factor: it covers no step-up. The browser holds 256 random bits, the store their digest over the password of that
 * moment: with another password, by any writer, the trust is over.
 */
public final class TrustedBrowsers {

    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 16;
    private static final int LONGEST = 100;

    private final FlowContext context;
    private final Digests.Use digests;
    private final @Nullable Duration howLong;

    /** @param howLong null where no browser is trusted */
    public TrustedBrowsers(FlowContext context, @Nullable Duration howLong) {
        this.context = context;
        this.digests = context.digests().use("trusted-browser");
        this.howLong = howLong;
    }

    boolean areServed(AuthTx tx) {
        return howLong != null && tx.factors().browsers().isMapped();
    }

    /** Whether the second factor may be left out; notes the use. */
    boolean isTrusted(AuthTx tx, StoredUser user, ClientInfo client, Instant now) {
        Secret shown = client.evidence().trustedBrowser();
        return howLong != null
                && client.kind() == ClientKind.WEB
                && shown != null
                && shown.reveal().length() <= LONGEST
                && tx.factors().browsers().use(user.info().id(), digest(user, shown), now);
    }

    /** Trusts a browser in which the second factor was shown just now; empty where none is trusted. */
    public Optional<Secret> trust(AuthTx tx, StoredUser user, ClientInfo client, Instant now) {
        if (howLong == null || client.kind() != ClientKind.WEB || !areServed(tx)) {
            return Optional.empty();
        }
        Secret token = Secret.of(context.randomness().text(SECRET_BYTES));
        TrustedBrowserState state = new TrustedBrowserState(
                context.randomness().text(ID_BYTES), client.label(), now, now, now.plus(howLong));
        tx.factors().browsers().insert(user.info().id(), state, digest(user, token));
        return Optional.of(token);
    }

    private String digest(StoredUser user, Secret token) {
        Secret hash = user.passwordHash();
        return digests.of(token.reveal(), hash == null ? "" : hash.reveal());
    }
}
