package dev.lockstile.auth.jpa.schema.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.jpa.hosts.HostFolder;
import dev.lockstile.auth.jpa.hosts.TestDatabase;
import dev.lockstile.auth.jpa.schema.AuthSchema;
import dev.lockstile.auth.jpa.schema.Finding;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import liquibase.util.LiquibaseUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What breaks a history, each case caught before the first statement of the migration runs. The same tests run on
 * Liquibase 4.33 and on 5.0, which fail in different ways without the guard.
 */
final class FailureRowsTest {

    private static final String MAIN = "db/main.xml";
    private static final String TABLE = """
            <changeSet id="%s" author="host"><createTable tableName="%s"><column name="id" type="bigint"/></createTable></changeSet>
            """;
    private static final String TASK =
            "<changeSet id=\"task\" author=\"host\"><customChange class=\"old.Task\"/></changeSet>";

    @TempDir
    private Path folder;

    @TempDir
    private Path otherJar;

    private HostFolder host;
    private HikariDataSource pool;
    private List<String> before = List.of();

    @BeforeEach
    void open() {
        host = new HostFolder(folder);
        pool = TestDatabase.H2.open();
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void the_liquibase_is_the_one_that_the_build_asked_for() {
        assertThat(LiquibaseUtil.getBuildVersion()).startsWith(System.getProperty("lockstile.liquibase", "4.33."));
    }

    @Test
    void row_1_a_class_of_an_applied_change_set_is_missing() throws Exception {
        host.customChange("old.Task", "", "").changelog(MAIN, MAIN, TASK);
        migrate();
        host.delete("old/Task.class");
        assertRefused("HG-01", "db/main.xml::task::host", "old.Task", "@FormerlyKnownAs(\"old.Task\")");
    }

    @Test
    void row_2_a_class_is_missing_on_a_fresh_database() throws Exception {
        host.changelog(MAIN, MAIN, TABLE.formatted("first", "first_table") + TASK);
        assertRefused("HG-01", "db/main.xml::task::host", "old.Task", "@FormerlyKnownAs");
        assertThat(names("select table_name from information_schema.tables where table_name = 'FIRST_TABLE'"))
                .isEmpty();
    }

    @Test
    void row_3_a_class_is_missing_behind_a_precondition_that_marks_as_run() throws Exception {
        host.changelog(MAIN, MAIN, """
                <changeSet id="task" author="host">
                    <preConditions onFail="MARK_RAN"><tableExists tableName="nowhere"/></preConditions>
                    <customChange class="old.Task"/>
                </changeSet>
                """);
        assertRefused("HG-01", "db/main.xml::task::host", "old.Task", "@FormerlyKnownAs");
    }

    @Test
    void row_4_a_class_with_its_own_checksum_is_missing() throws Exception {
        host.customChange(
                        "old.Task",
                        ", liquibase.change.custom.CustomChangeChecksum",
                        "public liquibase.change.CheckSum generateChecksum() { return liquibase.change.CheckSum.compute(\"x\"); }")
                .changelog(MAIN, MAIN, TASK);
        migrate();
        host.delete("old/Task.class");
        assertRefused("HG-01", "db/main.xml::task::host", "old.Task", "@FormerlyKnownAs");
    }

    @Test
    void row_5_the_class_attribute_was_edited_to_the_new_name() throws Exception {
        host.customChange("old.Task", "", "").changelog(MAIN, MAIN, TASK);
        migrate();
        host.customChange("fresh.Task", "", "").changelog(MAIN, MAIN, TASK.replace("old.Task", "fresh.Task"));
        assertRefused("HG-13", "db/main.xml::task::host", "was edited after it ran", "@FormerlyKnownAs");
    }

    @Test
    void row_6_a_subclass_at_the_old_name_holds() throws Exception {
        host.customChange("old.Task", "", "").changelog(MAIN, MAIN, TASK);
        migrate();
        host.customChange("fresh.Task", "", "")
                .compile("old.Task", "package old; @Deprecated public class Task extends fresh.Task {}");
        assertHolds();
    }

    @Test
    void row_7_a_missing_precondition_class_would_skip_the_change_set_for_good() throws Exception {
        host.changelog(MAIN, MAIN, """
                <changeSet id="guarded" author="host">
                    <preConditions onFail="MARK_RAN"><customPrecondition className="old.Check"/></preConditions>
                    <createTable tableName="guarded"><column name="id" type="bigint"/></createTable>
                </changeSet>
                """);
        assertRefused("HG-01", "db/main.xml::guarded::host", "old.Check", "would mark it as run");
    }

    @Test
    void row_8_a_changelog_was_moved_without_its_logical_path() throws Exception {
        host.changelog("db/old.xml", "", TABLE.formatted("one", "one"));
        migrate("db/old.xml");
        host.delete("db/old.xml").changelog("moved/new.xml", "", TABLE.formatted("one", "one"));
        assertRefused(
                "moved/new.xml", "HG-11", "db/old.xml::one::host", "moved/new.xml", "logicalFilePath=\"db/old.xml\"");
    }

    @Test
    void row_9_a_moved_changelog_with_its_old_logical_path_holds() throws Exception {
        host.changelog("db/old.xml", "", TABLE.formatted("one", "one"));
        migrate("db/old.xml");
        host.delete("db/old.xml").changelog("moved/new.xml", "db/old.xml", TABLE.formatted("one", "one"));
        assertThatCode(() -> migrate("moved/new.xml")).doesNotThrowAnyException();
        assertThat(history()).hasSize(1);
    }

    @Test
    void row_10_only_the_including_file_has_a_logical_path() throws Exception {
        host.changelog("db/child.xml", "", TABLE.formatted("one", "one"))
                .changelog(MAIN, "db/main.xml", include("db/child.xml"));
        assertRefused("HG-07", "db/child.xml", "db/main.xml", "logicalFilePath=\"db/child.xml\"");
    }

    @Test
    void row_12_an_id_or_an_author_was_changed() throws Exception {
        host.changelog(MAIN, MAIN, TABLE.formatted("one", "one"));
        migrate();
        host.changelog(MAIN, MAIN, TABLE.formatted("uno", "one"));
        assertRefused("HG-12", "db/main.xml::one::host", "uno by host", "id one");
        host.changelog(MAIN, MAIN, TABLE.formatted("one", "one").replace("\"host\"", "\"bob\""));
        assertRefused("HG-12", "db/main.xml::one::host", "one by bob", "author host");
    }

    @Test
    void row_13_a_sql_file_of_an_applied_change_set_is_missing() throws Exception {
        sqlFile("create table one (id bigint);");
        migrate();
        host.delete("db/one.sql");
        assertRefused("HG-03", "db/main.xml::sql::host", "db/one.sql", "put db/one.sql back");
    }

    @Test
    void row_14_an_included_file_is_missing() throws Exception {
        host.changelog(MAIN, MAIN, TABLE.formatted("one", "one") + include("db/child.xml"));
        assertRefused("HG-04", "db/child.xml", "db/main.xml includes", "put db/child.xml back");
    }

    @Test
    void row_15_white_space_may_change_but_content_may_not() throws Exception {
        sqlFile("create table one (id bigint);");
        migrate();
        sqlFile("create  table one\n (id bigint);\n");
        assertHolds();
        sqlFile("create table one (id int);");
        assertRefused("HG-13", "db/main.xml::sql::host", "was edited", "new change set");
    }

    @Test
    void row_16_a_change_set_that_ran_is_gone() throws Exception {
        host.changelog(MAIN, MAIN, TABLE.formatted("one", "one") + TABLE.formatted("two", "two"));
        migrate();
        host.changelog(MAIN, MAIN, TABLE.formatted("two", "two"));
        assertRefused("HG-10", "db/main.xml::one::host", "is gone from the changelog", "put it back");
    }

    @Test
    void row_17_two_jars_have_a_file_of_the_same_path() throws Exception {
        host.changelog(MAIN, MAIN, include("db/child.xml"))
                .changelog("db/child.xml", "db/child.xml", TABLE.formatted("a", "a"));
        HostFolder other = new HostFolder(otherJar);
        other.changelog("db/child.xml", "db/child.xml", TABLE.formatted("b", "b"));
        assertRefused(host.loader(other), MAIN, "HG-09", "db/child.xml", "there are 2 files", "keep one");
    }

    private void sqlFile(String sql) {
        host.write("db/one.sql", sql)
                .changelog(
                        MAIN, MAIN, "<changeSet id=\"sql\" author=\"host\"><sqlFile path=\"db/one.sql\"/></changeSet>");
    }

    private static String include(String file) {
        return "<include file=\"" + file + "\"/>";
    }

    private void migrate() {
        migrate(MAIN);
    }

    private void migrate(String changelog) {
        within(host.loader(), () -> schema(changelog).migrate());
    }

    private void assertHolds() throws SQLException {
        before = history();
        assertThatCode(this::migrate).doesNotThrowAnyException();
        assertThat(history()).isEqualTo(before);
    }

    private void assertRefused(String id, String where, String what, String fix) throws SQLException {
        assertRefused(MAIN, id, where, what, fix);
    }

    private void assertRefused(String changelog, String id, String where, String what, String fix) throws SQLException {
        assertRefused(host.loader(), changelog, id, where, what, fix);
    }

    /** The one finding there is; and the refused migration left the database as it was. */
    private void assertRefused(ClassLoader loader, String changelog, String id, String where, String what, String fix)
            throws SQLException {
        before = history();
        HistoryException refused = catchThrowableOfType(
                HistoryException.class,
                () -> within(loader, () -> schema(changelog).migrate()));
        assertThat(refused).isNotNull();
        assertThat(refused.findings()).extracting(Finding::id).containsOnly(id);
        Finding finding = refused.findings().get(0);
        assertThat(finding.where()).isEqualTo(where);
        assertThat(finding.toString()).contains(what).contains(fix);
        assertThat(history()).isEqualTo(before);
    }

    private AuthSchema schema(String changelog) {
        return AuthSchema.builder(pool).hostChangelog(changelog).build();
    }

    private static void within(ClassLoader loader, Runnable action) {
        ClassLoader usual = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(loader);
        try {
            action.run();
        } finally {
            Thread.currentThread().setContextClassLoader(usual);
        }
    }

    private List<String> history() throws SQLException {
        return names("select table_name from information_schema.tables where table_name = 'DATABASECHANGELOG'")
                        .isEmpty()
                ? List.of()
                : names("select id || author || filename || exectype from databasechangelog order by orderexecuted");
    }

    private List<String> names(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> names = new ArrayList<>();
            while (found.next()) {
                names.add(found.getString(1));
            }
            return names;
        }
    }
}
