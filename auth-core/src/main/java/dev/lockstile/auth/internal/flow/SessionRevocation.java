package dev.lockstile.auth.internal.flow;

import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.event.EventPublisher;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends all sessions of a user, with what optional features have that ends with them. While the tokens of a source
 * system are exchanged for sessions, those are refused from then on too.
 */
public final class SessionRevocation {

    private static final String SYSTEM = LegacyOrigin.OWN_SYSTEM;
    private static final String ENTITY = "old_sessions_ended";

    private final boolean exchangesTokens;
    private final EventPublisher events;
    private final Features features;

    /** @param exchangesTokens true when tokens of a source system are exchanged for sessions */
    public SessionRevocation(boolean exchangesTokens, EventPublisher events, Features features) {
        this.exchangesTokens = exchangesTokens;
        this.events = events;
        this.features = features;
    }

    /**
     * Ends them in the transaction of the change that ends them.
     *
     * @param except a session that goes on; null for none
     * @return how many sessions ended
     */
    public int endAll(AuthTx tx, User user, EndReason reason, @Nullable SessionId except) {
        refuseTokens(tx, user);
        features.all().forEach(feature -> feature.endWithSessions(tx, user.id(), reason, user.now(), events));
        return tx.sessions().endAll(user.id(), reason, except, user.now());
    }

    /** True when the tokens that a source system gave the user are refused. */
    public boolean refusesTokens(AuthTx tx, UserId user) {
        return tx.legacy().byKeys(List.of(key(user))).containsKey(key(user));
    }

    private void refuseTokens(AuthTx tx, User user) {
        boolean may = exchangesTokens && tx.legacy().isMapped() && tx.users().lock(user.id(), user.now());
        if (may && !refusesTokens(tx, user.id())) {
            LegacyOrigin origin = new LegacyOrigin(SYSTEM, ENTITY, user.id().toString(), SYSTEM, SYSTEM);
            tx.legacy().insert(key(user.id()), origin, null, user.now());
        }
    }

    private static String key(UserId user) {
        return Digests.sha256((SYSTEM + '|' + ENTITY + '|' + user).getBytes(StandardCharsets.UTF_8));
    }

    /** Whose sessions end, and when. */
    public record User(UserId id, Instant now) {}
}
