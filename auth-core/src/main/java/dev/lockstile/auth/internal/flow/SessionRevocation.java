package dev.lockstile.auth.internal.flow;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.event.EventPublisher;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.ApiKeyStore;
import dev.lockstile.auth.store.AuthTx;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ends all sessions of a user, and the API keys where the person who made them may be another one. While the tokens of
 * a source system are exchanged for sessions, those are refused from then on too.
 */
public final class SessionRevocation {

    private static final String SYSTEM = "lockstile";
    private static final String ENTITY = "old_sessions_ended";

    private static final Set<EndReason> WITH_API_KEYS = EnumSet.of(
            EndReason.ACCOUNT_DISABLED,
            EndReason.ACCOUNT_DELETED,
            EndReason.PASSWORD_RESET,
            EndReason.IDENTIFIER_PROVEN);

    private final boolean exchangesTokens;
    private final EventPublisher events;

    /** @param exchangesTokens true when tokens of a source system are exchanged for sessions */
    public SessionRevocation(boolean exchangesTokens, EventPublisher events) {
        this.exchangesTokens = exchangesTokens;
        this.events = events;
    }

    /**
     * Ends them in the transaction of the change that ends them.
     *
     * @param except a session that goes on; null for none
     * @return how many sessions ended
     */
    public int endAll(AuthTx tx, User user, EndReason reason, @Nullable SessionId except) {
        refuseTokens(tx, user);
        if (WITH_API_KEYS.contains(reason)) {
            endApiKeys(tx, user);
        }
        return tx.sessions().endAll(user.id(), reason, except, user.now());
    }

    /** Revokes the API keys, so that none outlives what takes the account from the person who made it. */
    private void endApiKeys(AuthTx tx, User user) {
        boolean ended = tx.extension(ApiKeyStore.class)
                .filter(keys -> keys.endAll(user.id(), user.now()) > 0)
                .isPresent();
        if (ended) {
            AuthEvent told = new AuthEvent.ApiKeyChanged(user.now(), user.id(), null, "*", "revoked");
            tx.afterCommit(() -> events.tellBeside(told));
        }
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
