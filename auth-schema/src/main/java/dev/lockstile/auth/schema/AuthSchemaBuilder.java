package dev.lockstile.auth.schema;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Builds an {@link AuthSchema}. Not safe for use by many threads. */
public final class AuthSchemaBuilder {

    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]{0,39}";

    private final DataSource database;
    private final Map<AuthTable, String> names = new EnumMap<>(AuthTable.class);
    private final List<String> otherPaths = new ArrayList<>();
    private Set<AuthTable> wanted = EnumSet.allOf(AuthTable.class);
    private KeyType keyType = KeyType.BIGINT;
    private String changelog = AuthSchema.CHANGELOG;
    private LockWaits patience = LockWaits.STANDARD;

    AuthSchemaBuilder(DataSource database) {
        this.database = database;
    }

    /**
     * Gives a table another name, of at most 40 letters, digits and underscores, since indexes are named after it.
     *
     * @param table which one
     * @param name 1 to 40 letters, digits and underscores
     * @return this builder
     */
    public AuthSchemaBuilder table(AuthTable table, String name) {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("not a plain table name of at most 40 characters: " + name);
        }
        names.put(table, name);
        return this;
    }

    /**
     * Gives several tables other names.
     *
     * @param others the names by their tables, each as for {@link #table}
     * @return this builder
     */
    public AuthSchemaBuilder tables(Map<AuthTable, String> others) {
        others.forEach(this::table);
        return this;
    }

    /**
     * Makes the tables of users, profiles, codes, sessions, waiting messages and counters, and of the others these
     * alone; by default all. A table that is named later is made by the next migration; a table that is there stays,
     * and is kept up to date.
     *
     * @param used the other tables that the host uses; the tables of imports belong to {@link AuthTable#LEGACY_LINK}
     * @return this builder
     */
    public AuthSchemaBuilder onlyTables(Set<AuthTable> used) {
        wanted = EnumSet.copyOf(AuthTable.REQUIRED);
        wanted.addAll(used);
        if (used.contains(AuthTable.LEGACY_LINK)) {
            wanted.addAll(AuthTable.IMPORTS);
        }
        return this;
    }

    /**
     * The type of the keys, {@link KeyType#BIGINT} by default. Fixed once the tables are there.
     *
     * @param type of every key of the library's own tables
     * @return this builder
     */
    public AuthSchemaBuilder keyType(KeyType type) {
        keyType = type;
        return this;
    }

    /**
     * Runs the host's changelog, which includes {@link AuthSchema#CHANGELOG}, in the place of that one alone.
     *
     * @param path on the class path
     * @return this builder
     */
    public AuthSchemaBuilder hostChangelog(String path) {
        changelog = path;
        return this;
    }

    /**
     * How long a statement of a migration waits for a table that others use, before it gives up and is tried again; by
     * default what the pool's connections have. While it waits, all other statements on that table wait behind it, so
     * that a second or two is much (PostgreSQL, MariaDB).
     *
     * @param timeout of one statement
     * @return this builder
     */
    public AuthSchemaBuilder lockTimeout(Duration timeout) {
        patience = new LockWaits(patience.turn(), timeout);
        return this;
    }

    /**
     * How long to wait for another migration of the same database to end; five minutes by default.
     *
     * @param longest how long to wait
     * @return this builder
     */
    public AuthSchemaBuilder waitForTurn(Duration longest) {
        patience = new LockWaits(longest, patience.lock());
        return this;
    }

    /**
     * Takes no offence at rows of the history whose path begins so, and which the changelog does not have: another
     * changelog of the host's runs on the same database.
     *
     * @param pathPrefix what the logical paths of that changelog begin with
     * @return this builder
     */
    public AuthSchemaBuilder allowRowsFrom(String pathPrefix) {
        otherPaths.add(pathPrefix);
        return this;
    }

    /** {@return the schema} No database is asked yet. */
    public AuthSchema build() {
        Map<String, String> parameters = new LinkedHashMap<>(keyType.parameters());
        names.forEach((table, name) -> parameters.put(table.parameter(), name));
        return new AuthSchema(new LiquibaseRunner(
                database,
                changelog,
                Map.copyOf(parameters),
                patience,
                List.copyOf(otherPaths),
                null,
                new TableSelection(Set.copyOf(wanted), keyType.hasSequences())));
    }
}
