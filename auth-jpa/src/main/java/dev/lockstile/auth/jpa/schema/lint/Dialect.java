package dev.lockstile.auth.jpa.schema.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import liquibase.database.Database;
import liquibase.database.OfflineConnection;
import liquibase.database.core.H2Database;
import liquibase.database.core.MariaDBDatabase;
import liquibase.database.core.MySQLDatabase;
import liquibase.database.core.PostgresDatabase;
import liquibase.resource.ResourceAccessor;

/**
 * A dialect of Liquibase's on a connection that is none. Liquibase writes the history of such a connection into a file,
 * which goes with it.
 */
record Dialect(Database database, Path folder) implements AutoCloseable {

    static Dialect of(LintDatabase wanted, ResourceAccessor files) throws IOException {
        Path folder = Files.createTempDirectory("lockstile-lint");
        Dialect dialect = new Dialect(database(wanted), folder);
        try {
            dialect.connect(wanted, files);
            return dialect;
        } catch (RuntimeException e) {
            dialect.close();
            throw e;
        }
    }

    private void connect(LintDatabase wanted, ResourceAccessor files) {
        String url = "offline:" + wanted.shortName() + "?outputLiquibaseSql=none&version=" + version(wanted)
                + "&changeLogFile=" + folder.resolve("history.csv");
        database.setConnection(new OfflineConnection(url, files));
    }

    @Override
    public void close() throws IOException {
        List<Path> left;
        try (Stream<Path> files = Files.list(folder)) {
            left = files.toList();
        }
        for (Path file : left) {
            Files.delete(file);
        }
        Files.delete(folder);
    }

    private static Database database(LintDatabase wanted) {
        return switch (wanted) {
            case POSTGRESQL -> new PostgresDatabase();
            case MARIADB -> new MariaDBDatabase();
            case MYSQL -> new MySQLDatabase();
            case H2 -> new H2Database();
        };
    }

    private static String version(LintDatabase database) {
        return switch (database) {
            case POSTGRESQL -> "16.0";
            case MARIADB -> "11.4";
            case MYSQL -> "8.4";
            case H2 -> "2.2.224";
        };
    }
}
