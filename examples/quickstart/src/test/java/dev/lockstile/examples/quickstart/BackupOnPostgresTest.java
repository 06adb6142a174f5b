package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.cli.ExitCodes;
import dev.lockstile.auth.cli.ManageCommands;
import dev.lockstile.test.InstalledPostgres;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code manage backup} with the installed {@code pg_dump}, on a server of its version. */
class BackupOnPostgresTest {

    private static final String PASSWORD = "plum:harbour-4417";

    @TempDir
    Path folder;

    private String said = "";

    @Test
    void the_copy_is_made_by_pg_dump_and_restored_into_a_database_that_is_dropped() throws Exception {
        try (InstalledPostgres server = InstalledPostgres.start();
                Connection database = DriverManager.getConnection(server.url(), "postgres", PASSWORD);
                Statement statement = database.createStatement()) {
            statement.execute("alter user postgres password '" + PASSWORD + "'");
            assertThat(run(server.url(), "migrate")).as(said).isEqualTo(ExitCodes.OK);
            Path backups = folder.resolve("backups");
            String tools = server.tools().toString();
            assertThat(run(server.url(), "backup", "--to", backups.toString(), "--tools", tools))
                    .as(said)
                    .isEqualTo(ExitCodes.OK);
            assertThat(said).contains("restored into a throw-away database").doesNotContain(PASSWORD);
            try (Stream<Path> copies = Files.list(backups)) {
                assertThat(copies.toList()).singleElement().asString().endsWith(".pgdump");
            }
            try (ResultSet left = statement.executeQuery(
                    "select count(*) from pg_database where datname like 'lockstile_restore_%'")) {
                left.next();
                assertThat(left.getInt(1)).isZero();
            }
        }
    }

    private int run(String url, String... line) {
        StringWriter out = new StringWriter();
        ManageCommands commands = Quickstart.commands(Map.of(
                "QUICKSTART_DB_URL",
                url,
                "QUICKSTART_DB_USER",
                "postgres",
                "QUICKSTART_DB_PASSWORD",
                PASSWORD,
                "QUICKSTART_DATA",
                folder.resolve("data").toString()));
        commands.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
        int code = commands.run(line);
        said = out.toString();
        return code;
    }
}
