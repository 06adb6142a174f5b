package dev.lockstile.auth.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.hosts.HostTree;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.lock.LockRecovery;
import dev.lockstile.auth.schema.lock.LockReport;
import dev.lockstile.test.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A process that is killed in the middle of a migration, and the one after it. */
@Tag("postgres")
final class KilledMigrationTest {

    private static final String FILE = """
        <?xml version="1.0" encoding="UTF-8"?>
        <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-4.33.xsd"
            logicalFilePath="db/migrations/0001_shop.xml">
        <changeSet id="1" author="host"><createTable tableName="shop"><column name="id" type="bigint"/></createTable></changeSet>
        <changeSet id="2" author="host"><customChange class="dev.lockstile.auth.schema.HangingChange"/></changeSet>
        <changeSet id="3" author="host"><createTable tableName="stall"><column name="id" type="bigint"/></createTable></changeSet>
        </databaseChangeLog>
        """;

    @TempDir
    private Path root;

    @Test
    void loses_nothing_and_does_nothing_twice() throws Exception {
        HostTree tree = HostTree.in(root, "db/migrations/0001_shop.xml");
        tree.put("db/migrations/0001_shop.xml", FILE);
        try (HikariDataSource pool = TestDatabase.POSTGRES.open()) {
            killInTheMiddle(pool.getJdbcUrl());
            awaitNoOtherSession(pool);
            assertThat(count(pool, "select count(*) from shop")).isZero();

            AuthSchema impatient = AuthSchema.builder(pool)
                    .hostChangelog("db/tree.xml")
                    .waitForTurn(Duration.ofSeconds(1))
                    .build()
                    .readingFirst(root);
            assertHolderIsDead(pool);
            impatient.migrate();

            assertThat(count(pool, "select count(*) from shop")).isEqualTo(1);
            assertThat(count(pool, "select count(*) from stall")).isZero();
            assertThat(impatient.history()).allMatch(m -> m.state() == Migration.State.APPLIED);
        }
    }

    private void killInTheMiddle(String url) throws IOException, InterruptedException {
        List<String> command = ChildJvm.command(Victim.class, "-D" + HangingChange.HANG + "=true");
        command.addAll(List.of(url, root.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        StringBuilder seen = new StringBuilder();
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            while (line != null && !line.contains(HangingChange.SIGN)) {
                seen.append(line).append('\n');
                line = lines.readLine();
            }
            process.destroyForcibly().waitFor();
            assertThat(line).as(seen.toString()).isNotNull();
        }
    }

    /** The server notices the death of a client by itself, a moment later. */
    private static void awaitNoOtherSession(HikariDataSource pool) throws SQLException {
        while (count(
                        pool,
                        "select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from"
                                + " pg_database where datname = current_database())")
                > 0) {
            Thread.onSpinWait();
        }
    }

    /** A running application is beside it. */
    private static void assertHolderIsDead(HikariDataSource pool) throws SQLException {
        try (Connection application = pool.getConnection()) {
            assertThat(application.isValid(1)).isTrue();
            assertThat(LockRecovery.of(pool).report())
                    .isInstanceOfSatisfying(
                            LockReport.Held.class,
                            held -> assertThat(held.life()).isEqualTo(LockReport.Life.DEAD));
        }
    }

    private static int count(HikariDataSource pool, String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getInt(1);
        }
    }

    /** The process that is killed. */
    static final class Victim {

        public static void main(String[] arguments) {
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setUrl(arguments[0]);
            AuthSchema.builder(database)
                    .hostChangelog("db/tree.xml")
                    .build()
                    .readingFirst(Path.of(arguments[1]))
                    .migrate();
        }
    }
}
