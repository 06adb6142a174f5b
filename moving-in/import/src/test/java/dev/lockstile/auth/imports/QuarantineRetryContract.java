package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.DjangoPreset;
import dev.lockstile.auth.imports.preset.FastApiUsersPreset;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.source.Sources;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.LegacyDump;
import dev.lockstile.auth.imports.support.Sql;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.RunJournalStore.QuarantinedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Rows of the old systems that stayed out are mended, over there or by another option, and come with the next run. */
abstract class QuarantineRetryContract {

    private static final ImportOptions USUAL = ImportOptions.defaults();

    private JpaHost host;
    private Importing importing;

    abstract JpaHost openHost();

    @BeforeEach
    void open() {
        host = openHost();
        importing = new Importing(host.store());
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void customers_with_national_numbers_come_once_the_region_is_known() {
        String old = LegacyDump.djangoOtp();
        Preset preset = DjangoPreset.standard();
        Run first = run(old, preset, USUAL);
        assertThat(first.held()).isNotEmpty();

        Run second = run(old, preset, USUAL.withDefaultRegion("IN"));

        assertThat(second.held())
                .isSubsetOf(first.held())
                .hasSizeLessThan(first.held().size());
        assertAddsUp(first, second, "customers");
        assertThat(run(old, preset, USUAL.withDefaultRegion("IN"))).satisfies(third -> {
            assertThat(third.held()).isEqualTo(second.held());
            assertThat(third.report().entities().get("customers").in(State.CREATED))
                    .isZero();
        });
    }

    @Test
    void who_was_held_back_for_a_shared_address_comes_with_all_owned_rows_once_there_is_another() {
        String old = LegacyDump.jbDrfAuth();
        Preset preset = JbDrfAuthPreset.discovering();
        ImportOptions options = USUAL.withDuplicates(DuplicatePolicy.QUARANTINE);
        Run first = run(old, preset, options);
        Set<String> losers = first.ids("users");
        assertThat(losers).isNotEmpty();

        execute(
                old,
                "update authentication_user set email = 'mended' || id || '@example.com', phone = null where id in ("
                        + String.join(", ", losers) + ")");
        Run second = run(old, preset, options);

        assertThat(second.ids("users")).isEmpty();
        assertThat(second.held()).isSubsetOf(first.held());
        assertAddsUp(first, second, "users");
        assertAddsUp(first, second, "profiles");
        assertAddsUp(first, second, "devices");
        assertThat(second.reasons()).doesNotContain("owner_quarantined");
        assertThat(host.count("select count(*) from auth_user where email like 'mended%'"))
                .isEqualTo(losers.size());
        assertEqualOnBothSides(old, preset);
    }

    @Test
    void the_second_of_two_spellings_of_an_address_comes_once_it_has_one_of_its_own() {
        String old = LegacyDump.fastApiUsers();
        Preset preset = new FastApiUsersPreset();
        Run first = run(old, preset, USUAL);
        Set<String> losers = first.ids("fu_users");
        assertThat(losers).hasSize(2);

        execute(
                old,
                "update fu_users set email = 'mended' || id || '@example.com' where id in (" + String.join(", ", losers)
                        + ")");
        Run second = run(old, preset, USUAL);

        assertThat(second.ids("fu_users")).isEmpty();
        assertAddsUp(first, second, "fu_users");
        assertAddsUp(first, second, "users");
        assertEqualOnBothSides(old, preset);
    }

    /**
     * A run and what it told.
     *
     * @param rows in quarantine
     */
    private record Run(ImportReport report, List<QuarantineEntry> rows) {

        Set<String> held() {
            return rows.stream().map(row -> row.entity() + ' ' + row.legacyId()).collect(Collectors.toSet());
        }

        Set<String> ids(String entity) {
            return rows.stream()
                    .filter(row -> row.entity().equals(entity))
                    .map(QuarantineEntry::legacyId)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        Set<String> reasons() {
            return rows.stream().map(QuarantineEntry::reason).collect(Collectors.toSet());
        }
    }

    /** Runs, and sees that a dry run had said the same, and that the file and the journal have what is left. */
    private Run run(String old, Preset preset, ImportOptions options) {
        ImportReport plan = importing.run(open(old), preset, options.asDryRun());
        ImportReport report = importing.run(open(old), preset, options);
        assertThat(report.entities()).isEqualTo(plan.entities());
        List<QuarantineEntry> told = importing.quarantine();
        long held = report.entities().values().stream()
                .mapToLong(counts -> counts.in(State.QUARANTINED))
                .sum();
        assertThat(told).hasSize((int) held);
        List<QuarantinedRow> journal =
                host.store().read(tx -> ImportTx.in(tx).runs().held(report.run().runId(), 0, 10_000));
        assertThat(journal)
                .extracting(row -> row.entity() + ' ' + row.legacyId() + ' ' + row.reason())
                .containsExactlyInAnyOrderElementsOf(told.stream()
                        .map(row -> row.entity() + ' ' + row.legacyId() + ' ' + row.reason())
                        .toList());
        return new Run(report, told);
    }

    /** Who was here is here, who left quarantine was created or merged, and every row is in one state. */
    private static void assertAddsUp(Run first, Run second, String entity) {
        ImportReport.EntityCounts before = first.report().entities().get(entity);
        ImportReport.EntityCounts after = second.report().entities().get(entity);
        assertThat(after.read()).isEqualTo(before.read());
        assertThat(after.in(State.UNCHANGED) + after.in(State.UPDATED))
                .isEqualTo(before.in(State.CREATED) + before.in(State.MERGED));
        assertThat(after.in(State.CREATED) + after.in(State.MERGED))
                .isEqualTo(before.in(State.QUARANTINED) - after.in(State.QUARANTINED));
        assertThat(after.in(State.SKIPPED)).isEqualTo(before.in(State.SKIPPED));
    }

    private void assertEqualOnBothSides(String old, Preset preset) {
        List<VerifyReport.Difference> told = new ArrayList<>();
        assertThat(Verifying.of(host.store(), open(old), preset, told).isClean())
                .as(told.toString())
                .isTrue();
    }

    private static void execute(String url, String sql) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        Sql.execute(database, sql);
    }

    private static Source open(String url) {
        return Sources.open(new SourceAccess(url, null, null));
    }
}
