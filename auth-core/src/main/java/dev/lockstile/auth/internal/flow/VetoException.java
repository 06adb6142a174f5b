package dev.lockstile.auth.internal.flow;

import dev.lockstile.auth.event.Actor;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import java.io.Serial;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Carries a hook's veto out of a transaction, so that it is rolled back; a flow turns it into its refusal. */
public final class VetoException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;

    VetoException(String reason) {
        super("vetoed " + reason, null, false, false);
        this.code = reason;
    }

    /** Of the host's check of risk. */
    public static VetoException ofRisk() {
        return new VetoException("risk");
    }

    /** The reason as the hook gave it. */
    public String code() {
        return code;
    }

    /** The reason as events tell it. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** The event of the refusal. */
    public AuthEvent refused(Instant at, Operation operation, @Nullable UserId user, @Nullable SessionId session) {
        return new AuthEvent.Refused(at, operation, user, session, reason());
    }

    /** The event of the refusal of what an actor did. */
    public AuthEvent refusedAct(Instant at, Operation operation, UserId user, Actor actor) {
        return new AuthEvent.Refused(at, operation, user, null, reason(), actor);
    }
}
