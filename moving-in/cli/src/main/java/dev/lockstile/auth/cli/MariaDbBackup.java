package dev.lockstile.auth.cli;

import dev.lockstile.auth.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** {@code mariadb-dump} in one transaction, with user and password in a defaults file. */
final class MariaDbBackup implements BackupTool {

    private final DataSource database;
    private final Server server;
    private final @Nullable Path tools;

    MariaDbBackup(DataSource database, Server server, @Nullable Path tools) {
        this.database = database;
        this.server = server;
        this.tools = tools;
    }

    @Override
    public String suffix() {
        return ".sql";
    }

    @Override
    public void dump(Path file) throws IOException, InterruptedException {
        run("mariadb-dump", List.of("--single-transaction", "--routines", "--triggers", server.database()), null, file);
    }

    /** Into a database of its own, where the user may make one. */
    @Override
    public Restored restore(Path file) throws IOException, InterruptedException, SQLException {
        String name = BackupTool.throwAwayName();
        try {
            BackupTool.execute(database, "create database " + name);
        } catch (SQLException e) {
            return new Restored(
                    null,
                    "not restored, since the user may not create a database (SQL state " + e.getSQLState()
                            + "): restore it once by hand");
        }
        try {
            run("mariadb", List.of(name), file, null);
            try (Connection connection = database.getConnection()) {
                String own = connection.getCatalog();
                connection.setCatalog(name);
                try {
                    return new Restored(BackupTool.counts(connection), "restored into a throw-away database");
                } finally {
                    connection.setCatalog(own);
                }
            }
        } finally {
            BackupTool.execute(database, "drop database " + name);
        }
    }

    private void run(String tool, List<String> more, @Nullable Path from, @Nullable Path to)
            throws IOException, InterruptedException {
        Secret password = server.password();
        Path defaults = ToolProcess.secret("[client]\nhost=" + quoted(server.host()) + "\nport=" + server.port()
                + (server.user().isEmpty() ? "" : "\nuser=" + quoted(server.user()))
                + (password == null ? "" : "\npassword=" + quoted(password.reveal())) + "\n");
        try {
            List<String> command =
                    new ArrayList<>(List.of(ToolProcess.program(tools, tool), "--defaults-extra-file=" + defaults));
            command.addAll(more);
            ToolProcess.run(command, Map.of(), from, to);
        } finally {
            Files.deleteIfExists(defaults);
        }
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
