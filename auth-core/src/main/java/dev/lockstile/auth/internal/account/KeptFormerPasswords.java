package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.PasswordChanges;
import dev.lockstile.auth.internal.event.EventPublisher;
import dev.lockstile.auth.internal.flow.FeatureRows;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import java.time.Instant;

/** The former passwords of an account. */
public final class KeptFormerPasswords implements FeatureRows {

    @Override
    public String feature() {
        return PasswordChanges.HISTORY.name();
    }

    /** Forgets them where the person who chose them may be another one. */
    @Override
    public void endWithSessions(AuthTx tx, UserId user, EndReason reason, Instant now, EventPublisher events) {
        if (reason == EndReason.IDENTIFIER_PROVEN) {
            PasswordHistory.forget(tx, user);
        }
    }
}
