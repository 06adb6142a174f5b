package dev.lockstile.auth.imports.options;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.internal.mapping.Reading;
import dev.lockstile.auth.imports.mapping.ColumnMeaning;
import dev.lockstile.auth.imports.mapping.FactorKey;
import dev.lockstile.auth.imports.mapping.ImportSample;
import dev.lockstile.auth.imports.mapping.ReadingOptions;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.model.IdentifierKind;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Options of an import.
 *
 * @param dryRun true to roll back each batch after writing it
 * @param batchSize users per transaction, 1 to 5000
 * @param workers batches written in parallel, 1 to 32; each needs a connection to the target database
 * @param defaultRegion region of phone numbers without a country code, ISO 3166-1 alpha-2; null for none
 * @param system the source system's name in the ledger, 1 to 60 characters; null for the preset's name. Two source
 *     databases of the same kind need two names
 * @param duplicates what happens to accounts that share an e-mail or a phone; null for the preset's policy
 * @param updates what happens to an imported row that has changed in the source since
 * @param keepIds true to use source ids as the keys of users
 * @param archiveRows true to archive source rows, encrypted
 * @param reading how source rows are interpreted
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

    /**
     * Checks the bounds.
     *
     * @param dryRun true to roll back each batch after writing it
     * @param batchSize users per transaction, 1 to 5000
     * @param workers batches written in parallel, 1 to 32
     * @param defaultRegion region of phone numbers without a country code, ISO 3166-1 alpha-2; null for none
     * @param system the source system's name in the ledger, 1 to 60 characters; null for the preset's name
     * @param duplicates what happens to accounts that share an e-mail or a phone; null for the preset's policy
     * @param updates what happens to an imported row that has changed in the source since
     * @param keepIds true to use source ids as the keys of users
     * @param archiveRows true to archive source rows, encrypted
     * @param reading how source rows are interpreted
     * @throws IllegalArgumentException when a value is out of its bounds
     */
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

    /**
     * Creates options with updates of unmodified rows, generated keys and no archive.
     *
     * @param dryRun true to roll back each batch after writing it
     * @param batchSize users per transaction, 1 to 5000
     * @param workers batches written in parallel, 1 to 32
     * @param defaultRegion region of phone numbers without a country code, ISO 3166-1 alpha-2; null for none
     * @param system the source system's name in the ledger; null for the preset's name
     * @param duplicates what happens to accounts that share an e-mail or a phone; null for the preset's policy
     */
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

    /** {@return options that write, with one worker, batches of 500 users and no default region} */
    public static ImportOptions defaults() {
        return new ImportOptions(false, 500, 1, null, null, null);
    }

    /**
     * {@return the source system's name in the ledger}
     *
     * @param preset of the import
     */
    public String systemFor(Preset preset) {
        return system == null ? preset.name() : system;
    }

    /**
     * {@return what happens to accounts that share an e-mail or a phone}
     *
     * @param preset of the import
     */
    public DuplicatePolicy duplicatesFor(Preset preset) {
        return duplicates == null ? preset.duplicates() : duplicates;
    }

    /** {@return a copy that rolls back every batch} */
    public ImportOptions asDryRun() {
        return copy(parts -> parts.dryRun = true);
    }

    /**
     * {@return these options with another number of users per transaction}
     *
     * @param people 1 to 5000
     */
    public ImportOptions withBatchSize(int people) {
        return copy(parts -> parts.batchSize = people);
    }

    /**
     * {@return these options with another number of batches written in parallel}
     *
     * @param number 1 to 32
     */
    public ImportOptions withWorkers(int number) {
        return copy(parts -> parts.workers = number);
    }

    /**
     * {@return these options with another region of phone numbers without a country code}
     *
     * @param region ISO 3166-1 alpha-2; null when unknown
     */
    public ImportOptions withDefaultRegion(@Nullable String region) {
        return copy(parts -> parts.defaultRegion = region);
    }

    /**
     * {@return these options with another name of the source system in the ledger}
     *
     * @param name 1 to 60 letters, digits, dots, dashes and underscores; null for the preset's name
     */
    public ImportOptions withSystem(@Nullable String name) {
        return copy(parts -> parts.system = name);
    }

    /**
     * {@return these options with another policy on accounts that share an e-mail or a phone}
     *
     * @param policy null for the preset's
     */
    public ImportOptions withDuplicates(@Nullable DuplicatePolicy policy) {
        return copy(parts -> parts.duplicates = policy);
    }

    /**
     * {@return these options with another policy on rows that have changed in the source since they were imported}
     *
     * @param policy what happens to them
     */
    public ImportOptions withUpdates(UpdatePolicy policy) {
        return copy(parts -> parts.updates = policy);
    }

    /**
     * Gives imported users their source ids as keys. A user whose id is taken in the target, or does not fit the host's
     * key type, goes to quarantine. Profiles and other rows get generated keys.
     *
     * @return these options, changed
     */
    public ImportOptions withIdsKept() {
        return copy(parts -> parts.keepIds = true);
    }

    /**
     * Archives every imported row beside its ledger entry, encrypted and with its password hash, see
     * {@link dev.lockstile.auth.imports.archive.SourceRowArchive}. The target needs an encryption key.
     *
     * @return these options, changed
     */
    public ImportOptions withRowsArchived() {
        return copy(parts -> parts.archiveRows = true);
    }

    /**
     * Sets the roles that are imported, compared exactly. Any other role becomes the default one, with the warning
     * {@code role_not_listed}; staff and superuser rights are only taken from the source's own flags.
     *
     * @param roles the roles; replace the former ones
     * @return these options, changed
     * @throws IllegalArgumentException when one of them is not a role, or names a right
     */
    public ImportOptions withRoles(Collection<String> roles) {
        return with(reading.withRoles(roles));
    }

    /**
     * Skips users that the source application's own filter hides, instead of importing them disabled.
     *
     * @return these options, changed
     */
    public ImportOptions withOnlyLive() {
        return with(reading.withOnlyLive());
    }

    /**
     * Imports an account without second factors where the library cannot verify its own, or the host has no tables for
     * them. By default such an account is locked until one of its recovery codes is used or an administrator resets its
     * factors; where the host has no tables, it goes to quarantine. Plan and report list these accounts. Together with
     * {@code SecondFactorSettings.requiredOf} such a user enrols a factor after presenting the password only.
     *
     * @return these options, changed
     */
    public ImportOptions allowFactorLoss() {
        return with(reading.withFactors(reading.factors().withLoss()));
    }

    /**
     * Decrypts the second factors of the presets {@code laravel}, {@code devise} and {@code authjs} with the old
     * application's key. A key that decrypts none of the first secrets is refused before anything is written; a single
     * secret that it does not decrypt locks its account. The key is not stored in the journal, report or log;
     * {@code verify} and a resumed run need it again.
     *
     * @param key the key; the caller closes it after the last use of these options
     * @return these options, changed
     */
    public ImportOptions withFactorKey(FactorKey key) {
        return with(reading.withFactors(reading.factors().withKey(key)));
    }

    /**
     * Takes over the passkeys of the presets {@code keycloak}, {@code authjs}, {@code laravel} and
     * {@code aspnet-identity}, which were made for this relying party id. It has to be the host's: browsers use a
     * passkey only for its own relying party.
     *
     * @param relyingParty a domain, such as {@code acme.example}
     * @return these options, changed
     */
    public ImportOptions withPasskeysOf(String relyingParty) {
        return with(reading.withFactors(reading.factors().withRelyingParty(relyingParty)));
    }

    /**
     * {@return the interpretation of rows by these options, for other parts of this module}
     *
     * @param rules the host's canonical forms
     * @param now used where a required time is missing in a row
     */
    public Reading reading(IdentifierRules rules, Instant now) {
        return new Reading(rules, defaultRegion, now, reading);
    }

    /**
     * Treats e-mail addresses that opened accounts in the source as verified, because the operator knows that the
     * source verified them without recording it. An account registered there with another person's address keeps that
     * address.
     *
     * @return these options, changed
     */
    public ImportOptions withEmailsTrusted() {
        return with(reading.withTrusted(IdentifierKind.EMAIL));
    }

    /**
     * Treats phone numbers as verified in the same way, except those whose country was assumed.
     *
     * @return these options, changed
     */
    public ImportOptions withPhonesTrusted() {
        return with(reading.withTrusted(IdentifierKind.PHONE));
    }

    /**
     * Reads the users of one realm, tenant or site of a source with several. A second realm of the same database needs
     * another name in the ledger, see {@link #withSystem}.
     *
     * @param name the source's name of it (for Keycloak its name or id); {@code all}, except for Keycloak, where an
     *     identifier means one person in all realms
     * @return these options, changed
     */
    public ImportOptions withRealm(String name) {
        return with(reading.withRealm(name));
    }

    /**
     * Imports a sample of the users of the source. Plan, run and verification use the same sample; a resumed run needs
     * it again if it lists ids.
     *
     * @param people the sample
     * @return these options, changed
     */
    public ImportOptions withSample(ImportSample people) {
        return with(reading.withSample(people));
    }

    /**
     * Sets the meaning of a source column that the preset does not read. An import is refused until each column whose
     * name or content indicates a state, a verification, a factor, a right or a deletion is either read or declared
     * here.
     *
     * @param column its name, or {@code table.column} where two tables of users have a column of that name
     * @param meaning the meaning of its values; {@link ColumnMeaning#IGNORE} to ignore the column
     * @return these options, changed
     */
    public ImportOptions withColumn(String column, ColumnMeaning meaning) {
        return with(reading.withColumn(column, meaning));
    }

    /** {@return the kinds of identifiers that the operator has declared as verified: e-mail, phone or both} */
    public Set<IdentifierKind> trusted() {
        return reading.trusted();
    }

    private ImportOptions with(ReadingOptions next) {
        return copy(parts -> parts.reading = next);
    }

    private ImportOptions copy(Consumer<ImportOptionsParts> change) {
        ImportOptionsParts parts = new ImportOptionsParts(this);
        change.accept(parts);
        return parts.build();
    }
}
