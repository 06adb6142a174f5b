package dev.lockstile.auth.imports.check;

import dev.lockstile.auth.imports.history.ImportHistory;
import dev.lockstile.auth.imports.internal.journal.RunState;
import dev.lockstile.auth.imports.internal.mapping.Reading;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.VerifiedRows;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.verify.Verification;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportRunRow;
import dev.lockstile.auth.store.imports.RunJournalStore.QuarantinedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The checks after an import. Source and target are read anew, and nothing is written. Ids: {@code MA-01} no run,
 * {@code MA-02} an interrupted run, {@code MA-03} counts, {@code MA-04} fields that differ, {@code MA-05} rows that
 * changed in the source since, {@code MA-06} quarantine, {@code MA-07} content without an owner, {@code MA-08} default
 * profiles, {@code MA-09} identifiers, {@code MA-10} password formats, {@code MA-11} the deadline of the source
 * system's tokens, {@code MA-12} keys of users that would be generated twice.
 */
public final class AfterImport {

    private static final int PAGE = 500;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> NO_OWNER = Set.of("orphan", "waiting_for_owner");

    private final ImportTarget target;
    private final ImportOptions options;
    private final Set<String> accepted;

    /**
     * Creates the checks after a run with these options.
     *
     * @param target as for the run
     * @param options as for the run
     * @param accepted reasons of rows that were reviewed and may stay in quarantine
     */
    public AfterImport(ImportTarget target, ImportOptions options, Set<String> accepted) {
        this.target = target;
        this.options = options;
        this.accepted = Set.copyOf(accepted);
    }

    /**
     * {@return the findings; empty when nothing is wrong} Nothing is written.
     *
     * @param source closed by the caller
     * @param preset as for the run
     * @param comparison of source and target, for the import as it was run
     * @throws dev.lockstile.auth.imports.source.SourceUnusableException when the source cannot be read
     */
    public List<CheckFinding> of(Source source, Preset preset, Verification comparison) {
        String system = options.systemFor(preset);
        Optional<ImportRunRow> latest = UnfinishedRuns.latest(target, system);
        if (latest.isEmpty() || latest.get().state().equals(RunState.ROLLED_BACK.text())) {
            return List.of(CheckFinding.error(
                    "MA-01", "no account was imported from " + system, "import run, then check once more"));
        }
        ImportRunRow run = latest.get();
        if (UnfinishedRuns.isOpen(run)) {
            return List.of(CheckFinding.error(
                    "MA-02", "run " + run.runId() + " is " + run.state(), "go on with it: import resume"));
        }
        Map<String, ImportReport.EntityCounts> done = new ImportHistory(target.store()).done(run.runId());
        Set<String> people = people(source, preset);
        List<CheckFinding> found = new ArrayList<>(counts(comparison.run(source, preset), done, people));
        found.addAll(quarantine(run));
        found.addAll(new ImportedAccounts(target, people).of(system));
        if (target.store().<Boolean>read(tx -> ImportTx.in(tx).inserts().makesKeysInUse())) {
            found.add(CheckFinding.error(
                    "MA-12",
                    "the next key that is made for a user is one in use: registrations fail",
                    "move the sequence, or the counter of the column, beyond the highest key"));
        }
        return found;
    }

    /**
     * {@return the findings on the deadline of the source system's tokens; empty when nothing is wrong}
     *
     * @param wiring empty when the host does not declare it
     */
    public List<CheckFinding> of(Optional<MigrationWiring> wiring) {
        return EnvironmentChecks.bridgeAfterwards(wiring, target.clock().instant());
    }

    private Set<String> people(Source source, Preset preset) {
        Reading reading = options.reading(target.rules(), target.clock().instant());
        return preset.people(source, reading).tables().stream()
                .map(table -> table.entity().text())
                .collect(Collectors.toSet());
    }

    private static List<CheckFinding> counts(
            VerifyReport compared, Map<String, ImportReport.EntityCounts> done, Set<String> people) {
        List<CheckFinding> found = new ArrayList<>();
        long inSource = people.stream()
                .mapToLong(entity -> compared.rows(entity).read())
                .sum();
        long read = done.entrySet().stream()
                .filter(entry -> people.contains(entry.getKey()))
                .mapToLong(entry -> entry.getValue().read())
                .sum();
        if (inSource != read) {
            found.add(CheckFinding.error(
                    "MA-03",
                    "the source holds " + inSource + " people, the latest run has read " + read,
                    "import run once more: it brings in who has come since"));
        }
        compared.missing()
                .forEach((entity, rows) -> found.add(CheckFinding.error(
                        "MA-03",
                        rows + " " + entity + " came in and are not in the ledger any more",
                        "if a rollback was broken off, run it again; else put the entries that are missing back from a"
                                + " backup, and no others, since some may be of people who asked to be forgotten;"
                                + " a run before that would copy their rows twice")));
        compared.entities().forEach((entity, rows) -> found.addAll(differences(entity, rows)));
        long changed = compared.in(VerifiedRows.CHANGED_AT_SOURCE);
        if (changed > 0) {
            found.add(CheckFinding.warning(
                    "MA-05",
                    changed + " rows were changed in the old system after they had come here",
                    "stop writing over there, and import run once more"));
        }
        return found;
    }

    private static List<CheckFinding> differences(String entity, VerifiedRows rows) {
        List<CheckFinding> found = new ArrayList<>();
        rows.differing()
                .forEach((field, count) -> found.add(CheckFinding.error(
                        "MA-04",
                        count + " " + entity + " differ in " + field,
                        "see whether they were changed here by hand (import verify names them); rollback takes"
                                + " the run back")));
        if (rows.in(VerifiedRows.GONE) > 0) {
            found.add(CheckFinding.error(
                    "MA-04",
                    rows.in(VerifiedRows.GONE) + " " + entity + " came and are gone",
                    "import verify names them; bring back from a backup those that should be here, and no others, since"
                            + " some may be of people who asked to be forgotten"));
        }
        return found;
    }

    private List<CheckFinding> quarantine(ImportRunRow run) {
        List<CheckFinding> found = new ArrayList<>();
        held(run.runId()).forEach((reason, rows) -> {
            if (!accepted.contains(reason) && !NO_OWNER.contains(reason)) {
                found.add(CheckFinding.error(
                        "MA-06",
                        rows + " rows are in quarantine: " + reason,
                        "mend them in the old system and import run once more, or let them stay: --accept " + reason));
            }
        });
        for (String reason : NO_OWNER) {
            long rows = inReport(run, reason);
            if (rows > 0 && !accepted.contains(reason)) {
                found.add(CheckFinding.warning(
                        "MA-07",
                        rows + " rows belong to no account here: " + reason,
                        "leave them behind, or bring their owners in first; then --accept " + reason));
            }
        }
        return found;
    }

    /**
     * Returns the number of rows in the report of a run. Only the report counts content, since each run links it anew.
     */
    private static long inReport(ImportRunRow run, String reason) {
        long rows = 0;
        for (JsonNode entity : JSON.readTree(String.valueOf(run.report())).path("entities")) {
            rows += entity.path("by_reason").path(reason).asLong(0);
        }
        return rows;
    }

    private Map<String, Long> held(String runId) {
        Map<String, Long> reasons = new TreeMap<>();
        int skip = 0;
        List<QuarantinedRow> page;
        do {
            int from = skip;
            page = target.store().read(tx -> ImportTx.in(tx).runs().held(runId, from, PAGE));
            page.forEach(row -> reasons.merge(row.reason(), 1L, Long::sum));
            skip += page.size();
        } while (page.size() == PAGE);
        return reasons;
    }
}
