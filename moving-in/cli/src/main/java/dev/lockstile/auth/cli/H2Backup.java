package dev.lockstile.auth.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** H2's own SCRIPT, as gzipped SQL. */
final class H2Backup implements BackupTool {

    private final DataSource database;

    H2Backup(DataSource database) {
        this.database = database;
    }

    @Override
    public String suffix() {
        return ".sql.gz";
    }

    @Override
    public void dump(Path file) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("script to '" + quoted(file) + "' compression gzip");
        }
    }

    /** Into a database of its own in a temporary folder, which is removed. */
    @Override
    public Restored restore(Path file) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("lockstile-restore-");
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:h2:" + folder.resolve("check").toAbsolutePath(), "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("runscript from '" + quoted(file) + "' compression gzip");
            return new Restored(BackupTool.counts(connection), "restored into a throw-away database");
        } finally {
            remove(folder);
        }
    }

    private static String quoted(Path file) {
        return file.toAbsolutePath().toString().replace("'", "''");
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
