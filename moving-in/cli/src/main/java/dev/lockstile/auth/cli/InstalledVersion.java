package dev.lockstile.auth.cli;

import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.Migration;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.IVersionProvider;

/**
 * What {@code manage --version} prints: the library, Java, the database and how far its tables are. A database that
 * does not answer is told in one line, so that the versions of the program are told all the same.
 */
final class InstalledVersion implements IVersionProvider {

    private final OpenedHost host;

    InstalledVersion(OpenedHost host) {
        this.host = host;
    }

    @Override
    public String[] getVersion() throws IOException {
        List<String> lines = new ArrayList<>(List.of(new LibraryVersion().getVersion()));
        try {
            AuthSchema schema = host.get().schema().schema();
            lines.add("Database " + database(schema));
            lines.add("Schema " + schema(schema.history()));
        } catch (SQLException | RuntimeException e) {
            lines.add("Database not known: " + TerminalText.of(Failures.words(e)));
        }
        return lines.toArray(String[]::new);
    }

    private static String database(AuthSchema schema) throws SQLException {
        try (Connection connection = schema.database().getConnection()) {
            DatabaseMetaData data = connection.getMetaData();
            return TerminalText.of(data.getDatabaseProductName() + " " + data.getDatabaseProductVersion());
        }
    }

    /** The change sets of this kind of database alone count. */
    private static String schema(List<Migration> history) {
        List<Migration> done = history.stream()
                .filter(migration ->
                        migration.state() == Migration.State.APPLIED || migration.state() == Migration.State.MARKED)
                .toList();
        long pending = history.stream()
                .filter(migration -> migration.state() == Migration.State.PENDING)
                .count();
        String newest =
                done.isEmpty() ? "no change set" : done.get(done.size() - 1).id();
        return "at " + newest + ", " + done.size() + " change set(s) applied, " + pending + " wait"
                + (pending == 0 ? "" : ": run migrate");
    }
}
