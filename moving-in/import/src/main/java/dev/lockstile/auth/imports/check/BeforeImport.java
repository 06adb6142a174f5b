package dev.lockstile.auth.imports.check;

import dev.lockstile.auth.imports.internal.mapping.Reading;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.profile.SourceProfile;
import dev.lockstile.auth.imports.profile.SourceProfiler;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.store.imports.ImportTx;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The checks before an import. The source is read whole, as {@code import profile} reads it, and nothing is written.
 * Ids: {@code MB-01} backup, {@code MB-02} source unreadable, {@code MB-03} tables or columns missing, {@code MB-04} no
 * users in it, {@code MB-05} password formats, {@code MB-06} shared identifiers, {@code MB-07} phones without a region,
 * {@code MB-08} other findings of the mapping, {@code MB-09} ledger, {@code MB-10} messages, {@code MB-11} tokens of
 * the source system, {@code MB-12} disk, {@code MB-13} an interrupted run, {@code MB-14} columns that are not read,
 * {@code MB-15} second factors that the host cannot store, {@code MB-16} other sites with which users sign in,
 * {@code MB-17} columns about accounts that are neither read nor given a meaning.
 */
public final class BeforeImport {

    private static final Set<String> PHONES = Set.of("phone_not_usable", "phone_assumed_international");

    private final ImportTarget target;
    private final ImportOptions options;
    private final Environment environment;

    /**
     * Creates the checks before a run with these options.
     *
     * @param target as for the run
     * @param options as for the run
     * @param environment backup, wiring and disk of the host
     */
    public BeforeImport(ImportTarget target, ImportOptions options, Environment environment) {
        this.target = target;
        this.options = options;
        this.environment = environment;
    }

    /**
     * {@return the findings on the source, the host and its environment; empty when nothing is wrong} Nothing is
     * written.
     *
     * @param source closed by the caller
     * @param preset as for the run
     */
    public List<CheckFinding> of(Source source, Preset preset) {
        String system = options.systemFor(preset);
        List<CheckFinding> found = new ArrayList<>(host());
        found.addAll(UnfinishedRuns.before(target, system));
        try {
            SourceProfile profile = new SourceProfiler(target, options).profile(source, preset);
            found.addAll(people(profile));
            PersonSource opened = preset.people(source, reading());
            found.addAll(columns(opened));
            found.addAll(secondFactors(profile));
            found.addAll(questions(profile));
            found.addAll(SocialProviderCheck.of(profile.socialProviders(), environment.socialProviders()));
            found.addAll(EnvironmentChecks.disk(rows(profile), environment.freeBytes()));
            found.addAll(EnvironmentChecks.wiring(
                    environment.wiring(), !profile.phoneRegions().isEmpty(), now()));
        } catch (SourceUnusableException e) {
            found.add(CheckFinding.error(
                    "MB-03",
                    "the source is not what the preset " + preset.name() + " reads: " + e.getMessage(),
                    "name the right preset or the prefix of the tables (--table-prefix), or mend the tables"));
        }
        return found;
    }

    /**
     * {@return the findings when the source cannot even be opened}
     *
     * @param why the exception of the source's opening
     */
    public List<CheckFinding> unreadable(SourceUnusableException why) {
        List<CheckFinding> found = new ArrayList<>(host());
        found.add(CheckFinding.error(
                "MB-02",
                "the source cannot be read: " + why.getMessage(),
                "mend the address, the user or the password, and see that the server lets this machine in"));
        return found;
    }

    private List<CheckFinding> host() {
        List<CheckFinding> found = new ArrayList<>(EnvironmentChecks.backup(environment.backup(), now()));
        if (!target.store().<Boolean>read(tx -> tx.extension(ImportTx.class).isPresent())) {
            found.add(CheckFinding.error(
                    "MB-09",
                    "this store cannot be the target of an import",
                    "import into a JpaAuthStore, or give your own store the extension ImportTx"));
        } else if (!target.store().<Boolean>read(tx -> tx.legacy().isMapped())) {
            found.add(CheckFinding.error(
                    "MB-09",
                    "this host keeps no ledger of imported rows",
                    "add an entity that extends AbstractLegacyLink, and migrate"));
        }
        return found;
    }

    private List<CheckFinding> people(SourceProfile profile) {
        List<CheckFinding> found = new ArrayList<>();
        if (rows(profile) == 0) {
            found.add(CheckFinding.error(
                    "MB-04",
                    "the source has no accounts",
                    "see whether it is the right database, and the right tables"));
        }
        long unknown = profile.hashFormats().getOrDefault("unknown", 0L);
        if (unknown > 0) {
            found.add(CheckFinding.warning(
                    "MB-05",
                    unknown + " password hashes are of no kind that is known: these people come without a password",
                    "see docs/password-formats.md; they sign in by code or set a new password"));
        }
        profile.duplicates().forEach((kind, shared) -> {
            if (shared.identifiers() > 0) {
                found.add(CheckFinding.warning(
                        "MB-06",
                        shared.accounts() + " accounts share " + shared.identifiers() + " identifiers, " + kind,
                        "mend it in the old system, or choose who keeps one (--duplicates)"));
            }
        });
        found.addAll(notes(profile));
        return found;
    }

    private List<CheckFinding> notes(SourceProfile profile) {
        List<CheckFinding> found = new ArrayList<>();
        Map<String, Long> rest = new TreeMap<>(profile.findings());
        long phones = PHONES.stream()
                .mapToLong(reason -> rest.getOrDefault(reason, 0L))
                .sum();
        if (phones > 0 && options.defaultRegion() == null) {
            rest.keySet().removeAll(PHONES);
            found.add(CheckFinding.warning(
                    "MB-07",
                    phones + " phone numbers have no country that the record tells",
                    "say where they are from (--default-region)"));
        }
        rest.remove("hash_unknown");
        if (!rest.isEmpty()) {
            found.add(CheckFinding.warning(
                    "MB-08",
                    "rows would stay out or lose something: " + rest,
                    "see them with import plan --report FILE; mend them in the old system, or leave it at that"));
        }
        return found;
    }

    private static List<CheckFinding> questions(SourceProfile profile) {
        return profile.columnQuestions().stream()
                .map(question -> CheckFinding.error(
                        "MB-17", question, "say what it means: --column NAME=MEANING, with ignore to leave it out"))
                .toList();
    }

    private List<CheckFinding> secondFactors(SourceProfile profile) {
        boolean kept = target.factors() != null
                && target.store().<Boolean>read(tx -> tx.factors().totps().isMapped());
        return kept
                        || profile.secondFactors() == 0
                        || options.reading().factors().lossAllowed()
                ? List.of()
                : List.of(CheckFinding.error(
                        "MB-15",
                        profile.secondFactors()
                                + " people have a second factor in the source, and this host keeps none or gave the import no keys for them",
                        "add entities that extend AbstractTotp, AbstractRecoveryCode and AbstractAuthChallenge, and"
                                + " override ManagedHost.factorSealing(); or lose them by name (--allow-factor-loss)"));
    }

    private static List<CheckFinding> columns(PersonSource people) {
        return people.columnsNotCarried().entrySet().stream()
                .map(table -> CheckFinding.warning(
                        "MB-14",
                        "nothing reads the columns " + table.getValue() + " of " + table.getKey(),
                        "copy what you need of them yourself, by the ledger auth_legacy_link"))
                .toList();
    }

    private static long rows(SourceProfile profile) {
        return profile.tables().values().stream()
                .mapToLong(SourceProfile.Table::rows)
                .sum();
    }

    private Instant now() {
        return target.clock().instant();
    }

    private Reading reading() {
        return options.reading(target.rules(), now());
    }

    /**
     * The environment of an import.
     *
     * @param backup the backup file; null when none was named
     * @param wiring empty when the host does not declare it
     * @param freeBytes free bytes in the folder of temporary files
     * @param socialProviders the other sites with which users can sign in; null when the host does not declare them
     */
    public record Environment(
            @Nullable Path backup,
            Optional<MigrationWiring> wiring,
            long freeBytes,
            @Nullable Set<String> socialProviders) {

        /**
         * Copies the names of sites.
         *
         * @param backup the backup file; null when none was named
         * @param wiring empty when the host does not declare it
         * @param freeBytes free bytes in the folder of temporary files
         * @param socialProviders the other sites with which users can sign in; null when the host does not declare them
         */
        public Environment {
            socialProviders = socialProviders == null ? null : Set.copyOf(socialProviders);
        }

        /**
         * Creates an environment with the other sites that the wiring declares.
         *
         * @param backup the backup file; null when none was named
         * @param wiring empty when the host does not declare it
         * @param freeBytes free bytes in the folder of temporary files
         */
        public Environment(@Nullable Path backup, Optional<MigrationWiring> wiring, long freeBytes) {
            this(
                    backup,
                    wiring,
                    freeBytes,
                    wiring.map(MigrationWiring::socialProviders).orElse(null));
        }
    }
}
