package dev.lockstile.auth.imports.internal.draft;

import dev.lockstile.auth.imports.report.State;

/**
 * Why a mapping does not let an old row in.
 *
 * @param state {@link State#SKIPPED} for a row that a rule leaves out for good, {@link State#QUARANTINED} for one that
 *     may come in once it, or the mapping, is mended
 * @param why reason, column and masked value
 */
public record Refusal(State state, Finding why) {

    /**
     * Checks the state.
     *
     * @param state {@link State#SKIPPED} or {@link State#QUARANTINED}
     * @param why reason, column and masked value
     */
    public Refusal {
        if (state != State.SKIPPED && state != State.QUARANTINED) {
            throw new IllegalArgumentException("a row that stays out is skipped or in quarantine, not " + state);
        }
    }
}
