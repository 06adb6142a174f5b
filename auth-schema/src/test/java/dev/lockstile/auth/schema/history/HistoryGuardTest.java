package dev.lockstile.auth.schema.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.hosts.HostFolder;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.report.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the guard reads besides the rows of the table of failures: other formats, rollbacks, the lock, Flyway, shims.
 */
final class HistoryGuardTest {

    private static final String MAIN = "db/main.xml";
    private static final String TASK =
            "<changeSet id=\"task\" author=\"host\"><customChange class=\"old.Task\"/></changeSet>";

    @TempDir
    private Path folder;

    @Test
    void every_place_that_names_a_class_or_a_file_is_looked_at() {
        HostFolder host = new HostFolder(folder).changelog(MAIN, MAIN, """
                <property file="gone.properties"/>
                <property name="pack" value="old.pack"/>
                <preConditions><customPrecondition className="old.FileCheck"/></preConditions>
                <includeAll path="db/more" filter="old.Filter" resourceComparator="old.Order"/>
                <changeSet id="a" author="host">
                    <preConditions><or><not><customPrecondition className="old.Nested"/></not></or></preConditions>
                    <customChange class="${pack}.Change"/>
                    <loadData file="gone.csv" tableName="t" relativeToChangelogFile="true"/>
                    <rollback><customChange class="old.Undo"/><sqlFile path="gone.sql"/></rollback>
                </changeSet>
                """);
        assertThat(whats(host))
                .anyMatch(w -> w.contains("gone.properties (property)"))
                .anyMatch(w -> w.contains("old.FileCheck (customPrecondition)"))
                .anyMatch(w -> w.contains("old.Filter (includeAll filter)"))
                .anyMatch(w -> w.contains("old.Order (includeAll resourceComparator)"))
                .anyMatch(w -> w.contains("nothing lies below db/more"))
                .anyMatch(w -> w.contains("old.Nested (customPrecondition)"))
                .anyMatch(w -> w.contains("old.pack.Change (customChange)"))
                .anyMatch(w -> w.contains("db/gone.csv (loadData)"))
                .anyMatch(w -> w.contains("old.Undo (customChange of the rollback)"))
                .anyMatch(w -> w.contains("gone.sql (sqlFile of the rollback)"))
                .hasSize(10);
    }

    @Test
    void yaml_json_and_sql_are_read_as_well() {
        HostFolder host = new HostFolder(folder)
                .changelog(MAIN, MAIN, "<include file=\"a.yaml\"/><include file=\"b.json\"/><include file=\"c.sql\"/>")
                .write("a.yaml", """
                        databaseChangeLog:
                          - logicalFilePath: a.yaml
                          - changeSet:
                              id: y
                              author: host
                              preConditions:
                                - onFail: MARK_RAN
                                - customPrecondition: { className: old.InYaml }
                              changes:
                                - sqlFile: { path: gone-in-yaml.sql }
                        """)
                .write("b.json", """
                        {"databaseChangeLog": [{"logicalFilePath": "b.json"}, {"changeSet": {"id": "j", "author": "host",
                          "changes": [{"customChange": {"class": "old.InJson"}}]}}]}
                        """)
                .write("c.sql", """
                        --liquibase formatted sql logicalFilePath:c.sql
                        --changeset host:s
                        create table s (id int);
                        """);
        HistoryGuard.Report report = guard(host).build().inspect();
        assertThat(report.findings())
                .extracting(Finding::where)
                .containsExactly("a.yaml::y::host", "a.yaml::y::host", "b.json::j::host");
        assertThat(report.toString()).contains("old.InYaml", "would mark it as run", "gone-in-yaml.sql", "old.InJson");
    }

    @Test
    void a_class_of_another_kind_is_no_substitute() {
        HostFolder host = new HostFolder(folder)
                .changelog(MAIN, MAIN, TASK)
                .compile("old.Task", "package old; public class Task {}");
        assertThat(whats(host))
                .singleElement()
                .asString()
                .contains("does not implement liquibase.change.custom.CustomChange");
        host.compile(
                "old.Task",
                "package old; public class Task extends dev.lockstile.auth.schema.history.RetiredChange"
                        + " { public Task(int i) {} }");
        assertThat(whats(host)).singleElement().asString().contains("no public constructor without arguments");
        host.compile(
                "old.Task",
                "package old; public class Task extends dev.lockstile.auth.schema.history.RetiredChange {}");
        assertThat(whats(host)).isEmpty();
    }

    @Test
    void the_lock_tells_what_vanished_and_what_was_edited() {
        String sql =
                "<changeSet id=\"sql\" author=\"host\"><sqlFile path=\"one.sql\"/><rollback>drop table one</rollback></changeSet>";
        HostFolder host =
                new HostFolder(folder).customChange("old.Task", "", "").write("one.sql", "create table one (id int);");
        host.changelog(MAIN, MAIN, TASK + sql);
        HistoryLock lock = HistoryLock.parse(guard(host).build().present().toString());
        assertThat(guard(host).lock(lock).build().inspect().holds()).isTrue();
        host.changelog(MAIN, MAIN, TASK + sql.replace("drop table one", "select 1"));
        assertThat(ids(guard(host).lock(lock))).containsExactly("HG-21");
        host.changelog(MAIN, MAIN, sql)
                .write("one.sql", "create table one (id bigint);")
                .delete("old/Task.class");
        assertThat(ids(guard(host).lock(lock))).containsExactlyInAnyOrder("HG-20", "HG-22", "HG-21");
        HistoryLock more = lock.with(guard(host).build().present());
        assertThat(more.toString()).startsWith(lock.toString().strip());
    }

    @Test
    void our_own_history_is_as_it_was_released() throws IOException {
        try (InputStream in = AuthSchema.class.getResourceAsStream("/dev/lockstile/auth/schema/history.lock")) {
            HistoryLock lock = HistoryLock.read(Objects.requireNonNull(in));
            assertThat(lock.hasReleased("dev/lockstile/auth/schema/v1/accounts.xml::user-1::lockstile"))
                    .isTrue();
            assertThat(HistoryGuard.builder(AuthSchema.CHANGELOG)
                            .lock(lock)
                            .build()
                            .inspect()
                            .findings())
                    .isEmpty();
        }
    }

    @Test
    void whether_a_shim_may_go_is_answered_with_evidence() {
        try (HikariDataSource production = TestDatabase.H2.open();
                HikariDataSource fresh = TestDatabase.H2.open()) {
            HostFolder host =
                    new HostFolder(folder).customChange("old.Task", "", "").changelog(MAIN, MAIN, TASK);
            ClassLoader usual = Thread.currentThread().getContextClassLoader();
            Thread.currentThread().setContextClassLoader(host.loader());
            try {
                AuthSchema.builder(production).hostChangelog(MAIN).build().migrate();
            } finally {
                Thread.currentThread().setContextClassLoader(usual);
            }
            ShimEvidence evidence =
                    guard(host).build().mayRemove("old.Task", Map.of("production", production, "stage", fresh));
            assertThat(evidence.removable()).isFalse();
            assertThat(evidence.freshNeedsIt()).isTrue();
            assertThat(evidence.toString())
                    .contains(
                            "must stay",
                            "db/main.xml::task::host (customChange)",
                            "production: ran at 2",
                            "stage: has not run");
            assertThat(guard(host).build().mayRemove("old.Other", Map.of()).toString())
                    .contains("may go");
        }
    }

    @Test
    void a_java_migration_of_flyway_that_ran_must_stay() throws Exception {
        try (HikariDataSource pool = TestDatabase.H2.open()) {
            HostFolder host = new HostFolder(folder).changelog(MAIN, MAIN, "");
            host.compile("old.V1__Users", """
                    package old;
                    public class V1__Users extends org.flywaydb.core.api.migration.BaseJavaMigration {
                        public void migrate(org.flywaydb.core.api.migration.Context context) {}
                    }
                    """);
            ClassLoader with = host.loader();
            Flyway.configure(with)
                    .dataSource(pool)
                    .locations(new String[0])
                    .javaMigrations((org.flywaydb.core.api.migration.JavaMigration)
                            with.loadClass("old.V1__Users").getConstructor().newInstance())
                    .load()
                    .migrate();
            assertThat(guard(host).build().inspect(pool).findings()).isEmpty();
            host.delete("old/V1__Users.class");
            assertThat(guard(host).build().inspect(pool).findings())
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.id()).isEqualTo("HG-30");
                        assertThat(finding.toString()).contains("old.V1__Users", "@FormerlyKnownAs(\"old.V1__Users\")");
                    });
            host.compile("moved.V1__Users", """
                    package moved;
                    public class V1__Users extends org.flywaydb.core.api.migration.BaseJavaMigration {
                        public void migrate(org.flywaydb.core.api.migration.Context context) {}
                    }
                    """);
            assertThat(guard(host).flywayPackages("moved").build().inspect(pool).findings())
                    .isEmpty();
        }
    }

    @Test
    void a_provider_file_that_names_a_missing_class_is_found() {
        HostFolder host = new HostFolder(folder)
                .changelog(MAIN, MAIN, "")
                .write("META-INF/services/java.util.function.Supplier", "# providers\nold.Words # gone\n");
        assertThat(ids(guard(host).services(Supplier.class))).containsExactly("HG-40");
    }

    @Test
    void rows_of_another_changelog_are_no_loss_when_they_are_allowed() {
        try (HikariDataSource pool = TestDatabase.H2.open()) {
            HostFolder host = new HostFolder(folder).changelog(MAIN, MAIN, "");
            AuthSchema.builder(pool).build().migrate();
            assertThat(guard(host).build().inspect(pool).findings())
                    .extracting(Finding::id)
                    .containsOnly("HG-10");
            assertThat(guard(host)
                            .allowRowsFrom("dev/lockstile/")
                            .build()
                            .inspect(pool)
                            .holds())
                    .isTrue();
        }
    }

    private static HistoryGuardBuilder guard(HostFolder host) {
        return HistoryGuard.builder(MAIN).classes(host.loader());
    }

    private static List<String> ids(HistoryGuardBuilder guard) {
        return guard.build().inspect().findings().stream().map(Finding::id).toList();
    }

    private static List<String> whats(HostFolder host) {
        return guard(host).build().inspect().findings().stream()
                .map(Finding::what)
                .toList();
    }
}
