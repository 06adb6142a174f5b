package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.preset.PersonSource;
import dev.lockstile.auth.migrate.preset.Preset;
import dev.lockstile.auth.migrate.preset.Reading;
import dev.lockstile.auth.migrate.report.ImportReport;
import dev.lockstile.auth.migrate.report.ImportWatch;
import dev.lockstile.auth.migrate.source.Source;
import java.time.Instant;

/**
 * Moves the people of an old system in: users with their password hashes as they are, flags, dates and deletions,
 * profiles, devices and social accounts. Every copied row is entered in the ledger in the same transaction, so that a
 * second run, or one after a crash, changes nothing that is here and goes on with the rest. A row that was changed in
 * the old system meanwhile is counted and left alone. A row that cannot come in is told to the watch, with a reason.
 *
 * <p>The source is read twice: once to decide who keeps an identifier that several have, once to copy. Nothing is ever
 * written to it. Safe for use by many threads, one run at a time per source.
 */
public final class UserImport {

    private final ImportTarget target;
    private final ImportOptions options;

    public UserImport(ImportTarget target, ImportOptions options) {
        this.target = target;
        this.options = options;
    }

    /**
     * Runs to the end. The transactions are the import's own, one per batch.
     *
     * @throws dev.lockstile.auth.migrate.source.SourceUnusableException when the source is not what the preset expects,
     *     before anything is written, or when it stops answering; batches that are done stay
     * @throws dev.lockstile.auth.store.StoreUnavailableException when the host's database stops answering
     * @throws LedgerMissingException when the host keeps no ledger; nothing was written
     */
    public ImportReport run(Source source, Preset preset, ImportWatch watch) {
        Instant startedAt = target.clock().instant();
        Reading reading = new Reading(target.rules(), options.defaultRegion(), startedAt);
        PersonSource people = preset.open(source, reading);
        ImportRun run = new ImportRun(target, options, people, startedAt);
        return run.run(preset, source, watch);
    }
}
