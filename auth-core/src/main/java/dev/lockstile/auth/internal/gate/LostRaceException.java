package dev.lockstile.auth.internal.gate;

import java.io.Serial;

/**
 * Rolls back the transaction that was second with a challenge or a proof; a flow turns it into its refusal.
 */
public final class LostRaceException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public LostRaceException() {
        super("another request was first", null, false, false);
    }
}
