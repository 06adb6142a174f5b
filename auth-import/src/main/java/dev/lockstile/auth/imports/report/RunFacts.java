package dev.lockstile.auth.imports.report;

import java.time.Instant;

/**
 * What a run was.
 *
 * @param runId by which it stands in the journal
 * @param preset the name of the preset
 * @param system the old system's name in the ledger
 * @param source the source, without passwords
 * @param startedAt when it began
 * @param finishedAt when it ended
 * @param dryRun whether every batch was rolled back
 */
public record RunFacts(
        String runId,
        String preset,
        String system,
        String source,
        Instant startedAt,
        Instant finishedAt,
        boolean dryRun) {

    /**
     * {@return the same run once it is over}
     *
     * @param end when it ended
     */
    public RunFacts finishedAt(Instant end) {
        return new RunFacts(runId, preset, system, source, startedAt, end, dryRun);
    }
}
