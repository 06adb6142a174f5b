package dev.lockstile.auth.imports.internal.draft;

import dev.lockstile.auth.imports.report.State;

/**
 * Why a mapping rejects a source row.
 *
 * @param state {@link State#SKIPPED} for a row that a rule leaves out for good, {@link State#QUARANTINED} for one that
 *     can be imported after the row or the mapping is corrected
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
