package dev.lockstile.auth.imports.options;

import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.mapping.ReadingOptions;
import org.jspecify.annotations.Nullable;

/** The components of options while one of them changes. */
final class ImportOptionsParts {
    boolean dryRun;
    int batchSize;
    int workers;

    @Nullable
    String defaultRegion;

    @Nullable
    String system;

    @Nullable
    DuplicatePolicy duplicates;

    UpdatePolicy updates;
    boolean keepIds;
    boolean archiveRows;
    ReadingOptions reading;

    ImportOptionsParts(ImportOptions of) {
        dryRun = of.dryRun();
        batchSize = of.batchSize();
        workers = of.workers();
        defaultRegion = of.defaultRegion();
        system = of.system();
        duplicates = of.duplicates();
        updates = of.updates();
        keepIds = of.keepIds();
        archiveRows = of.archiveRows();
        reading = of.reading();
    }

    ImportOptions build() {
        return new ImportOptions(
                dryRun, batchSize, workers, defaultRegion, system, duplicates, updates, keepIds, archiveRows, reading);
    }
}
