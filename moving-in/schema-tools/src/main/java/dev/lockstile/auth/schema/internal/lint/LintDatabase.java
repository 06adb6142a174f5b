package dev.lockstile.auth.schema.internal.lint;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** The databases whose rules are known. */
public enum LintDatabase {
    H2("h2", 63),
    POSTGRESQL("postgresql", 63),
    MARIADB("mariadb", 64),
    MYSQL("mysql", 64);

    private final String shortName;
    private final int longestName;

    LintDatabase(String shortName, int longestName) {
        this.shortName = shortName;
        this.longestName = longestName;
    }

    /** The database of that connection; H2 stands for any other, to which only the general rules apply. */
    public static LintDatabase of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        for (LintDatabase database : values()) {
            if (product.contains(database.shortName)) {
                return database;
            }
        }
        return H2;
    }

    /** As Liquibase calls it. */
    String shortName() {
        return shortName;
    }

    int longestName() {
        return longestName;
    }

    boolean isPostgres() {
        return this == POSTGRESQL;
    }

    boolean isMySql() {
        return this == MARIADB || this == MYSQL;
    }
}
