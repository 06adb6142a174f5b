package dev.lockstile.auth.imports.report;

import java.time.Instant;

/**
 * What a run was.
 *
 * @param system the old system's name in the ledger
 * @param source the source, without passwords
 */
public record RunFacts(
        String runId,
        String preset,
        String system,
        String source,
        Instant startedAt,
        Instant finishedAt,
        boolean dryRun) {

    /** The same run once it is over. */
    public RunFacts finishedAt(Instant end) {
        return new RunFacts(runId, preset, system, source, startedAt, end, dryRun);
    }
}
