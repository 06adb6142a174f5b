package dev.lockstile.auth.schema.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.hosts.HostFolder;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.report.Finding;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The verdict of the linter beside what PostgreSQL does for a statement: the locks of {@code pg_locks}, the rows that
 * were read, and the files of tables that were written anew.
 */
final class LocksOnPostgresTest {

    private static final String TABLES = "select oid from pg_class where relkind in ('r', 'p') and relnamespace ="
            + " current_schema()::regnamespace";
    private static final String ROWS =
            "insert into owner values (1, 'o'); insert into item (id, no, code, note, amount, owner_id, made, mood, said,"
                    + " points, doc, net, size) select n, n, 'c' || n, 'n', 1.5, 1, now(), 'glad', 'w', 1, '{}',"
                    + " '10.0.0.0/8', n from generate_series(1, 20) n; insert into pair values (1, 'one'), (2, 'two');"
                    + " insert into keyless values (1, 1), (2, 2); insert into event values (1, '2025-02-02');"
                    + " insert into event_2024 values (1, '2024-02-02'); insert into event_2023 values (1, '2023-02-02'); insert into event_2022 values (1, '2022-02-02');"
                    + " insert into guarded values (1, 1); analyze";
    private static final List<String> STRENGTH = List.of(
            "none",
            "AccessShare",
            "RowShare",
            "RowExclusive",
            "ShareUpdateExclusive",
            "Share",
            "ShareRowExclusive",
            "Exclusive",
            "AccessExclusive");

    private static HikariDataSource pool;
    private static int count;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        pool = TestDatabase.POSTGRES.open(config -> config.setMaximumPoolSize(2));
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    static List<LockCase> cases() {
        return LockCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_linter_says_what_the_database_does(LockCase one) throws SQLException {
        String schema = "locks_" + ++count;
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + schema + "; set search_path = " + schema
                    + "; set timezone = 'Asia/Tokyo'; set enable_seqscan = off");
            statement.execute(LockCase.base());
            statement.execute(ROWS);
            Set<String> unwritten = new TreeSet<>(lintedByCatalogue(one, connection));
            observe(one, connection, statement);
            statement.execute("reset all; set search_path = public; drop schema " + schema + " cascade");
            assertThat(unwritten).as("by the catalogue: %s", one.sql()).isEqualTo(one.rules());
        }
        assertThat(linted(one)).as(one.sql()).isEqualTo(one.rules());
        assertThat(!one.keepsOthersWaiting() || !one.rules().isEmpty())
                .as("work under a lock that no rule tells")
                .isTrue();
    }

    private static void observe(LockCase one, Connection connection, Statement statement) throws SQLException {
        connection.setAutoCommit(false);
        String files = text(
                statement,
                "select string_agg(oid || ' ' || relfilenode, ',' order by oid) from pg_class where"
                        + " relkind = 'r' and relnamespace = current_schema()::regnamespace");
        String oids = text(statement, "select string_agg(oid::text, ',') from (" + TABLES + ") t");
        long before = read(statement, oids);
        statement.execute(one.sql());
        boolean rewrites = !files.equals(text(
                statement,
                "select string_agg(oid || ' ' || relfilenode, ',' order by oid) from pg_class where relkind = 'r' and oid in ("
                        + oids + ")"));
        boolean reads = read(statement, oids) > before;
        String locks = text(
                statement,
                "select string_agg(distinct mode, ',') from pg_locks where pid = pg_backend_pid() and relation in ("
                        + oids + ")");
        connection.rollback();
        connection.setAutoCommit(true);
        assertThat(strongest(locks) + " | " + (rewrites ? "rewrite" : reads ? "read" : "none"))
                .as(one.sql())
                .isEqualTo(one.lock() + " | " + one.work());
    }

    private static String strongest(String locks) {
        int strongest = 0;
        for (String mode : locks.split(",")) {
            strongest = Math.max(strongest, STRENGTH.indexOf(mode.replaceFirst("Lock$", "")));
        }
        return STRENGTH.get(strongest < 2 ? 0 : strongest);
    }

    private static long read(Statement statement, String oids) throws SQLException {
        return Long.parseLong(text(
                statement,
                "select coalesce(sum(seq_tup_read), 0) from pg_stat_xact_all_tables where relid in (" + oids + ")"));
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return String.valueOf(found.getString(1));
        }
    }

    /** The base is the changelog's own. */
    private Set<String> linted(LockCase one) {
        HostFolder host = new HostFolder(folder)
                .changelog(
                        "db/main.xml", "db/main.xml", changeSet("base", LockCase.base()) + changeSet("new", one.sql()));
        return ids(MigrationLinter.builder("db/main.xml")
                .classes(host.loader())
                .lockTimeout(Duration.ofSeconds(2))
                .startAfter("db/main.xml::base::host")
                .databases(LintDatabase.POSTGRESQL)
                .build()
                .lint()
                .findings());
    }

    /** The base was made by another tool: the catalogue tells of it. */
    private Set<String> lintedByCatalogue(LockCase one, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table databasechangelog (id varchar(255), author varchar(255), filename varchar(255),"
                            + " dateexecuted timestamp, orderexecuted int, exectype varchar(10), md5sum varchar(35), description"
                            + " varchar(255), comments varchar(255), tag varchar(255), liquibase varchar(20), contexts"
                            + " varchar(255), labels varchar(255), deployment_id varchar(10)); insert into databasechangelog (id,"
                            + " author, filename, dateexecuted, orderexecuted, exectype) values ('begin', 'host', 'db/main.xml',"
                            + " now(), 1, 'EXECUTED')");
        }
        HostFolder host = new HostFolder(folder)
                .changelog("db/main.xml", "db/main.xml", changeSet("begin", "select 1") + changeSet("new", one.sql()));
        Set<String> ids = ids(MigrationLinter.builder("db/main.xml")
                .classes(host.loader())
                .lockTimeout(Duration.ofSeconds(2))
                .build()
                .pendingOn(connection)
                .findings());
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table databasechangelog");
        }
        return ids;
    }

    private static Set<String> ids(List<Finding> findings) {
        return findings.stream().map(Finding::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String changeSet(String id, String sql) {
        return "<changeSet id=\"" + id + "\" author=\"host\"><sql splitStatements=\"false\"><![CDATA[" + sql
                + "]]></sql><rollback>select 1</rollback></changeSet>";
    }
}
