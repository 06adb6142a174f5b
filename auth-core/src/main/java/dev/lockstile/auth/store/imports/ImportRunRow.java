package dev.lockstile.auth.store.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run of an import.
 *
 * @param runId unique
 * @param system name of the source system
 * @param preset name of the mapping
 * @param source what was read, without passwords
 * @param options how it runs, as JSON; a run that goes on uses the same
 * @param state a word of the importer's, such as {@code running}
 * @param startedAt when it began
 * @param finishedAt when it was over; null until then
 * @param report what it did, as JSON; null until it is over
 */
public record ImportRunRow(
        String runId,
        String system,
        String preset,
        String source,
        String options,
        String state,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String report) {}
