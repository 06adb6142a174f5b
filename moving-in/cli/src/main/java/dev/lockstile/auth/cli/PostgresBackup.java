package dev.lockstile.auth.cli;

import dev.lockstile.auth.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** {@code pg_dump} in its custom format, with the password in a PGPASSFILE. */
final class PostgresBackup implements BackupTool {

    private final DataSource database;
    private final Server server;
    private final @Nullable Path tools;

    PostgresBackup(DataSource database, Server server, @Nullable Path tools) {
        this.database = database;
        this.server = server;
        this.tools = tools;
    }

    @Override
    public String suffix() {
        return ".pgdump";
    }

    @Override
    public void dump(Path file) throws IOException, InterruptedException {
        run(List.of("pg_dump", "--format=custom", "--dbname=" + server.database()), null, file);
    }

    /** Into a database of its own, where the user may make one. */
    @Override
    public Restored restore(Path file) throws IOException, InterruptedException, SQLException {
        if (!mayCreateDatabases()) {
            run(List.of("pg_restore", "--list"), file, null);
            return new Restored(null, "its contents were listed; to have it restored as well, give the user CREATEDB");
        }
        String name = BackupTool.throwAwayName();
        BackupTool.execute(database, "create database " + name + " template template0");
        try {
            run(List.of("pg_restore", "--no-owner", "--no-acl", "--exit-on-error", "--dbname=" + name), file, null);
            return new Restored(counted(name), "restored into a throw-away database");
        } finally {
            BackupTool.execute(database, "drop database " + name);
        }
    }

    private Map<String, Long> counted(String name) throws SQLException {
        Secret password = server.password();
        String schema;
        try (Connection own = database.getConnection()) {
            schema = own.getSchema();
        }
        String url = "jdbc:postgresql://" + server.host() + ":" + server.port() + "/" + name;
        try (Connection copy =
                new OtherDatabase(url, server.user(), password == null ? null : password.reveal()).getConnection()) {
            copy.setSchema(schema);
            return BackupTool.counts(copy);
        }
    }

    private boolean mayCreateDatabases() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select rolcreatedb or rolsuper from pg_roles where rolname = current_user")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private void run(List<String> tool, @Nullable Path from, @Nullable Path to)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(tool);
        command.set(0, ToolProcess.program(tools, tool.get(0)));
        if (!tool.contains("--list")) {
            command.addAll(List.of("--host=" + server.host(), "--port=" + server.port(), "--no-password"));
            if (!server.user().isEmpty()) {
                command.add("--username=" + server.user());
            }
        }
        Secret password = server.password();
        Path passwords = ToolProcess.secret(
                password == null ? "" : "*:*:*:*:" + password.reveal().replaceAll("([\\\\:])", "\\\\$1") + "\n");
        try {
            ToolProcess.run(command, Map.of("PGPASSFILE", passwords.toString()), from, to);
        } finally {
            Files.deleteIfExists(passwords);
        }
    }
}
