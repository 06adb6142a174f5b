package dev.lockstile.auth.migrate;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an import runs.
 *
 * @param dryRun do everything and roll each batch back
 * @param batchSize people per transaction, 1 to 5000
 * @param defaultRegion where phone numbers without a country code are from, ISO 3166-1 alpha-2; null when not known
 * @param system the old system's name in the ledger, at most 60 characters; null for the preset's name. Two databases of
 *     the same kind moved into one host need two names
 */
public record ImportOptions(
        boolean dryRun,
        int batchSize,
        @Nullable String defaultRegion,
        @Nullable String system) {

    private static final int MAX_BATCH = 5000;
    private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());

    /** @throws IllegalArgumentException when a value is out of its bounds */
    public ImportOptions {
        if (batchSize < 1 || batchSize > MAX_BATCH) {
            throw new IllegalArgumentException("the batch size must be 1 to " + MAX_BATCH + ", not " + batchSize);
        }
        if (defaultRegion != null && !REGIONS.contains(defaultRegion)) {
            throw new IllegalArgumentException("no region of ISO 3166-1 alpha-2, such as MX: " + defaultRegion);
        }
        if (system != null && !system.matches("[A-Za-z0-9._-]{1,60}")) {
            throw new IllegalArgumentException("a system's name is 1 to 60 letters, digits, dots, dashes: " + system);
        }
    }

    /** Batches of 200 people, written, with no default region. */
    public static ImportOptions defaults() {
        return new ImportOptions(false, 200, null, null);
    }

    /** The same run without a lasting write. */
    public ImportOptions asDryRun() {
        return new ImportOptions(true, batchSize, defaultRegion, system);
    }

    public ImportOptions withBatchSize(int people) {
        return new ImportOptions(dryRun, people, defaultRegion, system);
    }

    public ImportOptions withDefaultRegion(@Nullable String region) {
        return new ImportOptions(dryRun, batchSize, region, system);
    }

    public ImportOptions withSystem(@Nullable String name) {
        return new ImportOptions(dryRun, batchSize, defaultRegion, name);
    }
}
