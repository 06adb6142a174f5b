package dev.lockstile.auth.schema.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.history.HistoryGuard;
import dev.lockstile.auth.schema.hosts.HostFolder;
import dev.lockstile.auth.schema.lint.LintReport;
import dev.lockstile.auth.schema.lint.LintRule;
import dev.lockstile.auth.schema.report.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule finds its bad example and is silent on the recipe. */
final class MigrationLinterTest {

    private static final String MAIN = "db/main.xml";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("cases")
    void the_bad_example_is_found_and_the_recipe_is_clean(LintCase one) {
        assertThat(ids(lint(one.database(), one.bad()))).contains(one.rule().name());
        assertThat(lint(one.database(), one.good()).findings()).isEmpty();
    }

    static List<LintCase> cases() {
        return LintCase.all();
    }

    @Test
    void every_rule_has_a_case_here_or_below() {
        Set<LintRule> tried = LintCase.all().stream().map(LintCase::rule).collect(Collectors.toSet());
        tried.addAll(EnumSet.of(LintRule.S4, LintRule.S19));
        CorpusCase.all().forEach(one -> one.rules().forEach(rule -> tried.add(LintRule.valueOf(rule))));
        assertThat(tried).containsExactlyInAnyOrder(LintRule.values());
    }

    @Test
    void a_constraint_is_validated_under_its_own_lock_in_a_transaction_alone() {
        String sql = "alter table member add constraint c check (age > 0) not valid;"
                + " alter table member validate constraint c";
        String back = "alter table member drop constraint c";
        assertThat(ids(lint(LintDatabase.POSTGRESQL, LintChange.tx(sql, back)))).contains("S7");
        assertThat(ids(lint(LintDatabase.POSTGRESQL, LintChange.out(sql, back))))
                .as("each statement commits for itself")
                .doesNotContain("S7");
    }

    @Test
    void a_changelog_without_logical_path_is_found() {
        HostFolder host = new HostFolder(folder).changelog(MAIN, "", LintCase.numbered(LintChange.index()));
        assertThat(ids(linter(host).build().lint())).containsExactly("S19");
    }

    @Test
    void no_lock_timeout_is_found_when_nobody_sets_one() {
        HostFolder host = new HostFolder(folder).changelog(MAIN, MAIN, LintCase.numbered(LintChange.notNull()));
        LintReport report = MigrationLinter.builder(MAIN)
                .classes(host.loader())
                .startAfter("db/main.xml::base::host")
                .build()
                .lint();
        assertThat(ids(report)).containsExactly("S1");
    }

    @Test
    void a_missing_class_is_found_without_parsing() {
        String body = "<changeSet id=\"x\" author=\"host\"><customChange class=\"old.Gone\"/></changeSet>";
        HostFolder host = new HostFolder(folder).changelog(MAIN, MAIN, LintCase.BASE + body);
        assertThat(linter(host).build().lint().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("S18");
            assertThat(finding.where()).contains("db/main.xml::x::host");
        });
    }

    @Test
    void a_waiver_counts_with_its_reason_only() {
        String bad =
                "<changeSet id=\"x\" author=\"host\"><comment>%s</comment><createIndex tableName=\"member\" indexName=\"i\">"
                        + "<column name=\"nick\"/></createIndex></changeSet>";
        HostFolder host = new HostFolder(folder);
        host.changelog(MAIN, MAIN, LintCase.BASE + bad.formatted("lint-waive: S3 the table has ten rows"));
        assertThat(linter(host).build().lint().isClean()).isTrue();
        host.changelog(MAIN, MAIN, LintCase.BASE + bad.formatted("lint-waive: S3"));
        assertThat(linter(host).build().lint().toString()).contains("S3", "its waiver gives no reason");
        host.changelog(MAIN, MAIN, LintCase.BASE + bad.formatted("lint-waive: S5 some reason"));
        assertThat(ids(linter(host).build().lint())).containsExactly("S3");
    }

    @Test
    void what_was_released_is_not_looked_at_but_its_tables_are_in_use() {
        HostFolder host = new HostFolder(folder).changelog(MAIN, MAIN, LintCase.BASE);
        var released = HistoryGuard.builder(MAIN).classes(host.loader()).build().present();
        String more = "<changeSet id=\"x\" author=\"host\"><createIndex tableName=\"member\" indexName=\"i\">"
                + "<column name=\"nick\"/></createIndex></changeSet>";
        host.changelog(MAIN, MAIN, LintCase.BASE + more);
        MigrationLinterBuilder all =
                MigrationLinter.builder(MAIN).classes(host.loader()).lockTimeout(Duration.ofSeconds(2));
        assertThat(ids(all.build().lint())).isEmpty();
        assertThat(ids(all.released(released).build().lint())).containsExactly("S3");
    }

    @Test
    void a_dropped_column_that_is_still_mapped_is_found() {
        LintCase drop = LintCase.all().stream()
                .filter(c -> c.rule() == LintRule.S20)
                .findFirst()
                .orElseThrow();
        HostFolder host = new HostFolder(folder).changelog(MAIN, MAIN, LintCase.numbered(drop.good()));
        LintReport report = linter(host)
                .model(MappedColumns.parse("member.nick\nmember.id"))
                .build()
                .lint();
        assertThat(report.findings()).extracting(Finding::id).containsExactly("S14");
        assertThat(report.toString()).contains("member.nick is dropped while an entity is mapped to it");
    }

    @Test
    void the_release_before_must_be_able_to_insert() {
        String add =
                "<changeSet id=\"x\" author=\"host\"><addColumn tableName=\"member\"><column name=\"n\" type=\"int\">"
                        + "<constraints nullable=\"false\"/></column></addColumn></changeSet>";
        HostFolder host = new HostFolder(folder).changelog(MAIN, MAIN, LintCase.BASE + add);
        LintReport report = linter(host)
                .previousModel(MappedColumns.parse("member.id"))
                .build()
                .lint();
        assertThat(ids(report)).containsExactlyInAnyOrder("S6", "S15");
    }

    @Test
    void our_own_tables_break_no_rule_but_those_that_are_known() {
        MigrationLinter own = MigrationLinter.builder(AuthSchema.CHANGELOG)
                .databases(LintDatabase.POSTGRESQL, LintDatabase.MARIADB, LintDatabase.H2)
                .lockTimeout(Duration.ofSeconds(2))
                .build();
        assertThat(own.lint().findings()).isEmpty();
    }

    @Test
    void looking_at_migrations_writes_no_file() {
        lint(LintDatabase.POSTGRESQL, LintChange.index());
        lint(LintDatabase.MARIADB, LintChange.index());
        assertThat(NoHistory.FILE).doesNotExist();
    }

    @Test
    void an_unknown_change_set_to_start_after_is_a_mistake() {
        HostFolder host = new HostFolder(folder).changelog(MAIN, MAIN, LintCase.BASE);
        MigrationLinter linter =
                linter(host).startAfter("db/main.xml::none::host").build();
        assertThatThrownBy(linter::lint)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none");
    }

    private LintReport lint(LintDatabase database, String body) {
        HostFolder host = new HostFolder(folder).changelog(MAIN, MAIN, LintCase.numbered(body));
        return linter(host)
                .databases(database)
                .previousModel(MappedColumns.parse("team.kept"))
                .build()
                .lint();
    }

    /** The change set {@code base} is history in all of them. */
    private static MigrationLinterBuilder linter(HostFolder host) {
        return MigrationLinter.builder(MAIN)
                .classes(host.loader())
                .lockTimeout(Duration.ofSeconds(2))
                .startAfter("db/main.xml::base::host");
    }

    private static Set<String> ids(LintReport report) {
        return report.findings().stream().map(Finding::id).collect(Collectors.toSet());
    }
}
