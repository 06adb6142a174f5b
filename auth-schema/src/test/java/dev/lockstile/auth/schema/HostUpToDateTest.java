package dev.lockstile.auth.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.hosts.HostFolder;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A host's own changelog: what is in it decides whether Liquibase has to be asked at each start. */
final class HostUpToDateTest {

    private static final String MAIN = "db/main.xml";
    private static final String PROPERTY = "up-to-date.test";

    private static final String TABLE = "<changeSet id=\"1\" author=\"ana\"><createTable tableName=\"place\">"
            + "<column name=\"id\" type=\"bigint\"/></createTable></changeSet>";
    private static final String FILE = "<changeSet id=\"2\" author=\"ana\"><sqlFile path=\"db/rows.sql\"/></changeSet>";

    private static final String SQL = "--liquibase formatted sql logicalFilePath:db/all/%s.sql\n--changeset ana:%s\n";

    @TempDir
    private Path root;

    private final ClassLoader usual = Thread.currentThread().getContextClassLoader();
    private HikariDataSource pool;
    private HostFolder host;

    @BeforeEach
    void open() {
        pool = TestDatabase.H2.open();
        host = new HostFolder(root)
                .write("db/rows.sql", "insert into place values (1);")
                .write("db/values.properties", "size=40");
    }

    @AfterEach
    void close() {
        Thread.currentThread().setContextClassLoader(usual);
        System.clearProperty(PROPERTY);
        pool.close();
    }

    static Stream<Arguments> askingEachTime() {
        String precondition = "<preConditions onFail=\"%s\"><tableExists tableName=\"PLACE\"/></preConditions>";
        return Stream.of(
                Arguments.of(
                        "runAlways",
                        "<changeSet id=\"3\" author=\"ana\" runAlways=\"true\">"
                                + "<sql>insert into place values (7)</sql></changeSet>"),
                Arguments.of(
                        "a precondition",
                        "<changeSet id=\"3\" author=\"ana\">" + precondition.formatted("MARK_RAN")
                                + "<sql>insert into place values (7)</sql></changeSet>"),
                Arguments.of(
                        "a precondition that is asked again",
                        "<changeSet id=\"3\" author=\"ana\">"
                                + precondition.replace("PLACE", "NONE").formatted("CONTINUE")
                                + "<sql>insert into place values (7)</sql></changeSet>"),
                Arguments.of(
                        "a class of the host",
                        "<changeSet id=\"3\" author=\"ana\">" + "<customChange class=\"old.Task\"/></changeSet>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("askingEachTime")
    void liquibase_is_asked_at_each_start_for(String what, String body) {
        host.customChange("old.Task", "", "");
        write(TABLE + body);
        schema().migrate();
        schema().migrate();
        assertThat(schema().isUpToDate()).as(what).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<preConditions onFail=\"WARN\"><dbms type=\"h2\"/></preConditions>",
                "<property file=\"db/values.properties\"/>",
                "<property\n errorIfMissing=\"false\" file=\"db/none.properties\"/>"
            })
    void liquibase_is_asked_at_each_start_for_what_a_file_begins_with(String head) {
        write(head + TABLE);
        schema().migrate();
        assertThat(schema().isUpToDate()).isFalse();
    }

    @Test
    void what_runs_always_runs_at_each_start() throws SQLException {
        write(TABLE + "<changeSet id=\"3\" author=\"ana\" runAlways=\"true\">"
                + "<sql>insert into place values (7)</sql></changeSet>");
        schema().migrate();
        schema().migrate();
        schema().migrate();
        assertThat(rows()).isEqualTo(3);
    }

    @Test
    void each_file_counts() throws SQLException {
        write(TABLE + FILE);
        schema().migrate();
        assertThat(schema().isUpToDate()).isTrue();
        host.write("db/rows.sql", "insert into place values (2);");
        assertThat(schema().isUpToDate()).as("an edited file of SQL").isFalse();
        host.write("db/rows.sql", "insert into place values (1);");
        assertThat(schema().isUpToDate()).isTrue();
        write(TABLE + FILE + "<changeSet id=\"3\" author=\"ana\"><sql>insert into place values (7)</sql></changeSet>");
        assertThat(schema().isUpToDate()).as("a new change set").isFalse();
        schema().migrate();
        assertThat(rows()).isEqualTo(2);
        assertThat(schema().isUpToDate()).isTrue();
        host.delete("db/rows.sql");
        assertThat(schema().isUpToDate()).as("a missing file").isFalse();
    }

    @Test
    void a_new_file_of_a_folder_counts() throws SQLException {
        host.write("db/all/a.sql", SQL.formatted("a", "a") + "create table place (id bigint);");
        write("<includeAll path=\"db/all\"/>");
        schema().migrate();
        assertThat(schema().isUpToDate()).isTrue();
        host.write("db/all/b.sql", SQL.formatted("b", "b") + "insert into place values (1);");
        assertThat(schema().isUpToDate()).isFalse();
        schema().migrate();
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void a_value_from_outside_counts() {
        write(TABLE.replace("bigint", "varchar(${" + PROPERTY + "})"));
        System.setProperty(PROPERTY, "40");
        schema().migrate();
        assertThat(schema().isUpToDate()).isTrue();
        System.setProperty("UP_TO_DATE_TEST", "80");
        try {
            assertThat(schema().isUpToDate()).isFalse();
        } finally {
            System.clearProperty("UP_TO_DATE_TEST");
        }
        System.setProperty(PROPERTY, "80");
        assertThat(schema().isUpToDate()).isFalse();
    }

    @Test
    void a_lock_beside_the_changelog_that_does_not_hold_counts() {
        write(TABLE);
        schema().migrate();
        assertThat(schema().isUpToDate()).isTrue();
        host.write("db/history.lock", "changeset\tdb/main.xml::9::ana\t00\n");
        assertThat(schema().isUpToDate()).isFalse();
    }

    private void write(String body) {
        host.changelog(MAIN, MAIN, body);
        Thread.currentThread().setContextClassLoader(host.loader());
    }

    private AuthSchema schema() {
        return AuthSchema.builder(pool).hostChangelog(MAIN).build();
    }

    private int rows() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from place")) {
            found.next();
            return found.getInt(1);
        }
    }
}
