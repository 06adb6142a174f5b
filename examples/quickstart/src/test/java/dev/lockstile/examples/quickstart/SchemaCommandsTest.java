package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.cli.ExitCodes;
import dev.lockstile.auth.cli.ManageCommands;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands over the schema that {@code ./quickstart --help} lists. */
class SchemaCommandsTest {

    @TempDir
    private Path folder;

    private String url = "";
    private String said = "";

    @BeforeEach
    void place() {
        url = "jdbc:h2:" + folder.resolve("db").toAbsolutePath();
    }

    @Test
    void a_look_at_an_empty_database_leaves_it_empty() throws SQLException {
        assertThat(run("migrate", "--plan")).as(said).isEqualTo(ExitCodes.OK);
        assertThat(said).contains("quickstart-001-loyalty-points");
        assertThat(run("check")).as(said).isEqualTo(ExitCodes.FINDINGS);
        assertThat(tables()).isZero();
    }

    @Test
    void a_database_that_is_up_to_date_is_well_can_be_tagged_and_tells_its_history() throws SQLException {
        assertThat(run("migrate")).as(said).isEqualTo(ExitCodes.OK);
        assertThat(run("check")).as(said).isEqualTo(ExitCodes.OK);
        assertThat(said).contains("All is well.");
        assertThat(run("tag", "before-books")).as(said).isEqualTo(ExitCodes.OK);
        assertThat(run("showmigrations")).as(said).isEqualTo(ExitCodes.OK);
        assertThat(said).contains("quickstart-001-loyalty-points");
        assertThat(tables()).isPositive();
    }

    private int run(String... line) {
        StringWriter out = new StringWriter();
        ManageCommands commands = ManageCommands.of(() -> new ManagedQuickstart(QuickstartSettings.from(Map.of(
                "QUICKSTART_DB_URL",
                url,
                "QUICKSTART_DATA",
                folder.resolve("data").toString()))));
        commands.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
        int code = commands.run(line);
        said = out.toString();
        return code;
    }

    /** How many tables of accounts there are. */
    private int tables() throws SQLException {
        try (Connection database = DriverManager.getConnection(url, "sa", "");
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*) from information_schema.tables where lower(table_name) like 'auth_%'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
