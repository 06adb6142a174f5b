package dev.lockstile.auth.cli;

import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.mapping.ColumnMeaning;
import dev.lockstile.auth.imports.options.ContentFile;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.UpdatePolicy;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.preset.Presets;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.Sources;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is imported, and how. */
final class ImportSetup implements AutoCloseable {

    @Option(
            names = "--preset",
            required = true,
            paramLabel = "NAME",
            description = "The old system: jb-drf-auth, django, fastapi-users, mongo-phone-otp, devise, laravel,"
                    + " spring-security, keycloak, authjs, wordpress or aspnet-identity.")
    private String preset = "";

    @Option(
            names = "--default-region",
            paramLabel = "REGION",
            description = "Where phone numbers without a country code are from, such as MX.")
    private @Nullable String defaultRegion;

    @Option(names = "--table-prefix", paramLabel = "APP", description = "The old tables' prefix, if it is not found.")
    private @Nullable String tablePrefix;

    @Option(
            names = "--system",
            paramLabel = "NAME",
            description = "Name of the old system in the ledger, by default the preset's. Two databases of one kind"
                    + " need two names.")
    private @Nullable String system;

    @Option(
            names = "--realm",
            paramLabel = "NAME",
            description =
                    "The realm, tenant or site whose people come over, where the old database keeps several; all, if"
                            + " each name means one person there. Give verify and check the same.")
    private @Nullable String realm;

    @Option(
            names = "--batch-size",
            paramLabel = "N",
            defaultValue = "500",
            description = "People per transaction (default ${DEFAULT-VALUE}).")
    private int batchSize;

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "1",
            description = "Batches written at the same time (default ${DEFAULT-VALUE}).")
    private int workers;

    @Option(
            names = "--duplicates",
            paramLabel = "POLICY",
            description =
                    "Accounts that share an e-mail or a phone: rule (one keeps it, the others keep the rest), first,"
                            + " newest, merge or quarantine. By default what the preset says.")
    private @Nullable String duplicates;

    @Option(
            names = "--updates",
            paramLabel = "POLICY",
            defaultValue = "untouched",
            description =
                    "Rows that came earlier and have changed in the old system since: untouched (they are updated unless"
                            + " the copy here was changed) or none (default ${DEFAULT-VALUE}).")
    private String updates = "untouched";

    @Option(
            names = "--keep-ids",
            description = "Accounts keep the old system's ids as their keys; one that cannot goes to quarantine. The"
                    + " sequence of keys is moved beyond them. Restart the nodes of the host before new registrations.")
    private boolean keepIds;

    @Option(
            names = "--archive-rows",
            description =
                    "Archive the source rows, encrypted, to be read with import archive when the source system is gone."
                            + " Needs the host's import key.")
    private boolean archiveRows;

    @Option(
            names = "--trust-emails",
            description = "E-mail addresses with which users signed in to the old system count as proven. Without it,"
                    + " those that the old system did not prove count as proven once they are proven here, which removes"
                    + " the imported password.")
    private boolean trustEmails;

    @Option(names = "--trust-phones", description = "The same for phone numbers.")
    private boolean trustPhones;

    @Option(
            names = "--content",
            paramLabel = "NAME=FILE",
            description = "Content whose user_id names people of the old system, to be linked to those who move.")
    private Map<String, Path> content = new LinkedHashMap<>();

    @Option(
            names = "--in-place",
            arity = "0..1",
            fallbackValue = "users",
            paramLabel = "ROWS",
            description =
                    "The host's entities lie on the old tables themselves (see takeover): their rows get what they lack,"
                            + " and no column that the old application knows is written. With several tables of people, which rows"
                            + " are the host's: fu_users, for instance (default ${FALLBACK-VALUE}).")
    private @Nullable String inPlace;

    @Option(
            names = "--roles",
            split = ",",
            paramLabel = "ROLE",
            description = "Roles that may come over, to the letter. Any other becomes the usual one, with the warning"
                    + " role_not_listed. Give verify and check the same list.")
    private Set<String> roles = new LinkedHashSet<>();

    @Option(
            names = "--column",
            paramLabel = "NAME=MEANING",
            description =
                    "What a column says that the preset does not read: disabled, enabled, disabled-until, deleted, factor,"
                            + " new-password or ignore. TABLE.COLUMN where two tables have one of that name. May be repeated. Give verify and"
                            + " check the same.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Mixin
    private FactorSetup factors = new FactorSetup();

    @Option(
            names = "--only-live",
            description = "With mongo-phone-otp: leave out accounts that are not active or were removed there,"
                    + " instead of importing them as disabled.")
    private boolean onlyLive;

    @Mixin
    private SampleOptions sample = new SampleOptions();

    @Option(names = "--strict", description = "Exit with 3 when rows are in quarantine.")
    private boolean strict;

    @Option(names = "--yes", description = "Ask nothing.")
    private boolean yes;

    /** @throws IllegalArgumentException when a value is out of its bounds */
    ImportOptions options(boolean dryRun) {
        DuplicatePolicy policy = duplicates == null ? null : DuplicatePolicy.of(duplicates);
        ImportOptions options = new ImportOptions(dryRun, batchSize, workers, defaultRegion, system, policy)
                .withUpdates(UpdatePolicy.of(updates))
                .withRoles(roles)
                .withSample(sample.sample());
        ImportOptions live = onlyLive ? options.withOnlyLive() : options;
        ImportOptions keyed = keepIds ? live.withIdsKept() : live;
        ImportOptions kept = archiveRows ? keyed.withRowsArchived() : keyed;
        ImportOptions secured = factors.applied(kept);
        ImportOptions emails = trustEmails ? secured.withEmailsTrusted() : secured;
        ImportOptions trusted = trustPhones ? emails.withPhonesTrusted() : emails;
        return named(realm == null ? trusted : trusted.withRealm(realm));
    }

    private ImportOptions named(ImportOptions options) {
        ImportOptions all = options;
        for (Map.Entry<String, String> column : columns.entrySet()) {
            all = all.withColumn(column.getKey(), ColumnMeaning.of(column.getValue()));
        }
        return all;
    }

    Preset preset() {
        return Presets.named(preset, tablePrefix);
    }

    List<ContentFile> content() {
        return content.entrySet().stream()
                .map(entry -> new ContentFile(entry.getKey(), Sources.file(entry.getValue())))
                .toList();
    }

    /** What the rows of the host's own table are called, when the import is in place. */
    Optional<Entity> inPlace() {
        if (inPlace != null && workers > 1) {
            throw new IllegalArgumentException("--in-place goes with one worker only");
        }
        if (inPlace != null && keepIds) {
            throw new IllegalArgumentException("--in-place goes without --keep-ids: the rows keep their ids anyway");
        }
        return Optional.ofNullable(inPlace).map(Entity::people);
    }

    /** Overwrites what was read of a key file. */
    @Override
    public void close() {
        factors.close();
    }

    boolean isStrict() {
        return strict;
    }

    boolean isAgreed() {
        return yes;
    }
}
