package dev.lockstile.auth.internal.apikey;

import dev.lockstile.auth.apikey.ApiKeys;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.event.EventPublisher;
import dev.lockstile.auth.internal.flow.FeatureRows;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.ApiKeyStore;
import dev.lockstile.auth.store.AuthTx;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** The API keys of an account. None signs in. */
public final class KeptApiKeys implements FeatureRows {

    private static final Set<EndReason> ENDING = EnumSet.of(
            EndReason.ACCOUNT_DISABLED,
            EndReason.ACCOUNT_DELETED,
            EndReason.PASSWORD_RESET,
            EndReason.IDENTIFIER_PROVEN);

    @Override
    public String feature() {
        return ApiKeys.FEATURE.name();
    }

    /** Revokes them where the person who made them may be another one, so that none outlives the change. */
    @Override
    public void endWithSessions(AuthTx tx, UserId user, EndReason reason, Instant now, EventPublisher events) {
        if (!ENDING.contains(reason)) {
            return;
        }
        boolean ended = tx.extension(ApiKeyStore.class)
                .filter(keys -> keys.endAll(user, now) > 0)
                .isPresent();
        if (ended) {
            AuthEvent told = new AuthEvent.ApiKeyChanged(now, user, null, "*", "revoked");
            tx.afterCommit(() -> events.tellBeside(told));
        }
    }
}
