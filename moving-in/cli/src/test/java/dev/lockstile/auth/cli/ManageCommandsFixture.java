package dev.lockstile.auth.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a host, and what they print. */
abstract class ManageCommandsFixture {

    static final String SECRET = "s3cret-of-the-source";

    final StringWriter out = new StringWriter();

    final StringWriter err = new StringWriter();

    final TestHost host = new TestHost();

    final String url = "jdbc:h2:mem:old_" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE";

    @TempDir
    Path folder;

    @BeforeEach
    void oldDatabase() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url);
        database.setUser("reader");
        database.setPassword(SECRET);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "create table authentication_user (id bigint primary key, password varchar, email varchar,"
                            + " username varchar, phone varchar, is_active boolean, is_verified boolean, deleted timestamp,"
                            + " date_joined timestamp)");
            statement.execute("create table authentication_profile (id bigint primary key, user_id bigint, is_default"
                    + " boolean, is_active boolean, role varchar, deleted timestamp)");
            fill(statement);
        }
    }

    /** What is in the old database: one person twice, unless a test brings others. */
    void fill(Statement old) throws SQLException {
        old.execute("insert into authentication_user values (1, '!', 'ana.gomez@example.com', 'ana', null,"
                + " true, true, null, timestamp '2020-01-01 00:00:00')");
        old.execute("insert into authentication_user values (2, '!', 'Ana.Gomez@example.com', 'ANA', null,"
                + " true, true, null, timestamp '2021-01-01 00:00:00')");
    }

    String[] importing(String... more) {
        boolean named = more.length > 0 && !more[0].startsWith("--");
        List<String> all = new ArrayList<>(List.of("import", named ? more[0] : "run"));
        all.addAll(List.of(
                "--preset", "jb-drf-auth", "--source", url, "--source-user", "reader", "--source-password", SECRET));
        all.addAll(List.of(more).subList(named ? 1 : 0, more.length));
        return all.toArray(String[]::new);
    }

    int run(String... args) {
        return commands().run(args);
    }

    ManageCommands commands() {
        ManageCommands commands = ManageCommands.of(host::open, Map.of());
        commands.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commands;
    }
}
