package dev.lockstile.auth.internal.factor;

import dev.lockstile.auth.event.Actor;
import dev.lockstile.auth.event.AuditReference;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why second factors are reset, and by which user.
 *
 * @param reference as it was given
 * @param actor null for the host's own code
 */
record ResetReason(String reference, @Nullable Actor actor) {

    static ResetReason of(String reference) {
        return new ResetReason(AuditReference.require(reference), null);
    }

    static ResetReason of(Caller caller, String reference) {
        return new ResetReason(AuditReference.require(reference), OperationEvents.actor(caller, reference));
    }

    AuthEvent.FactorsChanged event(String what, UserId owner, Instant now) {
        return new AuthEvent.FactorsChanged(now, owner, what + " by an administrator: " + text(), actor);
    }

    private String text() {
        return actor == null ? reference : reference + " (by user " + actor.user() + ")";
    }
}
