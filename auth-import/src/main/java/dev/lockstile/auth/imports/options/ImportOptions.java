package dev.lockstile.auth.imports.options;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.mapping.PersonBuilder;
import dev.lockstile.auth.imports.mapping.ReadingOptions;
import dev.lockstile.auth.imports.preset.DuplicatePolicy;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.model.IdentifierKind;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an import runs.
 *
 * @param dryRun do everything and roll each batch back
 * @param batchSize people per transaction, 1 to 5000
 * @param workers batches that are written at the same time, 1 to 32; each needs a connection to the host's database
 * @param defaultRegion where phone numbers without a country code are from, ISO 3166-1 alpha-2; null when not known
 * @param system the old system's name in the ledger, at most 60 characters; null for the preset's name. Two databases of
 *     the same kind moved into one host need two names
 * @param duplicates what becomes of accounts that share an e-mail or a phone; null for what the preset says
 * @param updates what becomes of a row that came earlier and has changed in the old system since
 * @param keepIds users get the old system's ids as their own keys
 * @param archiveRows the rows of the old system are kept, sealed
 * @param reading what the mover allows old rows to say
 */
public record ImportOptions(
        boolean dryRun,
        int batchSize,
        int workers,
        @Nullable String defaultRegion,
        @Nullable String system,
        @Nullable DuplicatePolicy duplicates,
        UpdatePolicy updates,
        boolean keepIds,
        boolean archiveRows,
        ReadingOptions reading) {

    private static final int MAX_BATCH = 5000;
    private static final int MAX_WORKERS = 32;
    private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());

    /** @throws IllegalArgumentException when a value is out of its bounds */
    public ImportOptions {
        if (batchSize < 1 || batchSize > MAX_BATCH) {
            throw new IllegalArgumentException("the batch size must be 1 to " + MAX_BATCH + ", not " + batchSize);
        }
        if (workers < 1 || workers > MAX_WORKERS) {
            throw new IllegalArgumentException("there must be 1 to " + MAX_WORKERS + " workers, not " + workers);
        }
        if (defaultRegion != null && !REGIONS.contains(defaultRegion)) {
            throw new IllegalArgumentException("no region of ISO 3166-1 alpha-2, such as MX: " + defaultRegion);
        }
        if (system != null && !system.matches("[A-Za-z0-9._-]{1,60}")) {
            throw new IllegalArgumentException("a system's name is 1 to 60 letters, digits, dots, dashes: " + system);
        }
    }

    /** The usual way with updates, a row that nobody has touched here follows the old one; keys are made here. */
    public ImportOptions(
            boolean dryRun,
            int batchSize,
            int workers,
            @Nullable String defaultRegion,
            @Nullable String system,
            @Nullable DuplicatePolicy duplicates) {
        this(
                dryRun,
                batchSize,
                workers,
                defaultRegion,
                system,
                duplicates,
                UpdatePolicy.UNTOUCHED,
                false,
                false,
                ReadingOptions.CAREFUL);
    }

    /** One worker, batches of 500 people, written, with no default region. */
    public static ImportOptions defaults() {
        return new ImportOptions(false, 500, 1, null, null, null);
    }

    /** The old system's name in the ledger. */
    public String systemFor(Preset preset) {
        return system == null ? preset.name() : system;
    }

    /** What becomes of accounts that share an e-mail or a phone. */
    public DuplicatePolicy duplicatesFor(Preset preset) {
        return duplicates == null ? preset.duplicates() : duplicates;
    }

    /** The same run without a lasting write. */
    public ImportOptions asDryRun() {
        return new ImportOptions(
                true, batchSize, workers, defaultRegion, system, duplicates, updates, keepIds, archiveRows, reading);
    }

    public ImportOptions withBatchSize(int people) {
        return new ImportOptions(
                dryRun, people, workers, defaultRegion, system, duplicates, updates, keepIds, archiveRows, reading);
    }

    public ImportOptions withWorkers(int number) {
        return new ImportOptions(
                dryRun, batchSize, number, defaultRegion, system, duplicates, updates, keepIds, archiveRows, reading);
    }

    public ImportOptions withDefaultRegion(@Nullable String region) {
        return new ImportOptions(
                dryRun, batchSize, workers, region, system, duplicates, updates, keepIds, archiveRows, reading);
    }

    public ImportOptions withSystem(@Nullable String name) {
        return new ImportOptions(
                dryRun, batchSize, workers, defaultRegion, name, duplicates, updates, keepIds, archiveRows, reading);
    }

    public ImportOptions withDuplicates(@Nullable DuplicatePolicy policy) {
        return new ImportOptions(
                dryRun, batchSize, workers, defaultRegion, system, policy, updates, keepIds, archiveRows, reading);
    }

    public ImportOptions withUpdates(UpdatePolicy policy) {
        return new ImportOptions(
                dryRun, batchSize, workers, defaultRegion, system, duplicates, policy, keepIds, archiveRows, reading);
    }

    /**
     * Users who come get the old system's ids as their own keys. Who cannot, since somebody here has that key or the host's
     * keys cannot hold it, waits in quarantine. Profiles and the rest get keys as always.
     */
    public ImportOptions withIdsKept() {
        return new ImportOptions(
                dryRun, batchSize, workers, defaultRegion, system, duplicates, updates, true, archiveRows, reading);
    }

    /**
     * Every row that comes is kept beside its entry in the ledger, sealed, the password hash included, see
     * {@link dev.lockstile.auth.imports.archive.SourceRowArchive}. The target needs a key.
     */
    public ImportOptions withRowsArchived() {
        return new ImportOptions(
                dryRun, batchSize, workers, defaultRegion, system, duplicates, updates, keepIds, true, reading);
    }

    /**
     * The roles that may come over, to the letter. Any other becomes the usual one, with the warning
     * {@code role_not_listed}; rights (staff, superuser) come from the old system's own marks alone.
     *
     * @throws IllegalArgumentException when one of them is no role, or spells a right
     */
    public ImportOptions withRoles(Collection<String> roles) {
        return with(reading.withRoles(roles));
    }

    /** Leaves out whoever the old application's own filter left out, instead of a disabled account. */
    public ImportOptions withOnlyLive() {
        return with(reading.withOnlyLive());
    }

    /** How rows are read under these options. */
    public PersonBuilder.Reading reading(IdentifierRules rules, Instant now) {
        return new PersonBuilder.Reading(rules, defaultRegion, now, reading);
    }

    /**
     * E-mail addresses by which the old system let people in count as proven here: the mover knows that the old system
     * proved them, though its rows do not say so. Whoever planted an account on somebody else's address keeps it then.
     */
    public ImportOptions withEmailsTrusted() {
        return with(reading.withTrusted(IdentifierKind.EMAIL));
    }

    /** The same for phone numbers; one whose country was assumed is not among them. */
    public ImportOptions withPhonesTrusted() {
        return with(reading.withTrusted(IdentifierKind.PHONE));
    }

    /** E-mail, phone or both: what counts as proven on the mover's word. */
    public Set<IdentifierKind> trusted() {
        return reading.trusted();
    }

    private ImportOptions with(ReadingOptions next) {
        return new ImportOptions(
                dryRun, batchSize, workers, defaultRegion, system, duplicates, updates, keepIds, archiveRows, next);
    }
}
