package dev.lockstile.auth.schema.internal.lint;

import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.database.Database;
import liquibase.database.core.H2Database;
import liquibase.database.core.MariaDBDatabase;
import liquibase.database.core.MySQLDatabase;
import liquibase.database.core.PostgresDatabase;
import liquibase.resource.ResourceAccessor;

/** A dialect of Liquibase's on a connection that is none, on which nothing has run. */
record Dialect(Database database) implements AutoCloseable {

    static Dialect of(LintDatabase wanted, ResourceAccessor files) {
        Database database = database(wanted);
        String url = "offline:" + wanted.shortName() + "?outputLiquibaseSql=none&version=" + version(wanted)
                + "&changeLogFile=" + NoHistory.FILE;
        database.setConnection(new NoHistory.Connection(url, files));
        return new Dialect(database);
    }

    /** Liquibase keeps what it knows of a database for the life of the process. */
    @Override
    public void close() {
        ChangeLogHistoryServiceFactory histories =
                Scope.getCurrentScope().getSingleton(ChangeLogHistoryServiceFactory.class);
        histories.unregister(histories.getChangeLogService(database));
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
