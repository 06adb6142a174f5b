package dev.lockstile.auth.schema.database;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Pattern;
import liquibase.database.core.H2Database;
import liquibase.database.core.PostgresDatabase;

/**
 * How names are spelled. A name that a database folds stands in lower case; any other one stands as it is spelled, and
 * is quoted wherever it is written: {@code users} is {@code USERS} on H2, {@code AspNetUsers} is that to the letter.
 */
public final class Identifiers {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");
    private static final Pattern IN_CAPITALS = Pattern.compile("[A-Z_][A-Z0-9_$]*");

    private Identifiers() {}

    /** The name that a catalogue gives. */
    public static String stored(String name, DatabaseMetaData data) throws SQLException {
        return data.storesUpperCaseIdentifiers() ? folded(name) : name;
    }

    /** The name as H2 gives it back: it cannot tell {@code "ID"} from a plain {@code id}. */
    public static String folded(String name) {
        return IN_CAPITALS.matcher(name).matches() ? lower(name) : name;
    }

    /** The name that an entity gives. */
    public static String mapped(String name, boolean quoted) {
        return quoted ? name : lower(name);
    }

    /**
     * True when the name has to be quoted: it is no plain word in lower case, or a word that means something in SQL.
     */
    public static boolean isQuoted(String name) {
        return !PLAIN.matcher(name).matches() || isReserved(name);
    }

    /** A word that H2 or PostgreSQL reads as part of the statement. */
    public static boolean isReserved(String name) {
        return Reserved.H2.isReservedWord(name) || Reserved.POSTGRES.isReservedWord(name);
    }

    /** The name as it stands in SQL of H2 and PostgreSQL. */
    public static String sql(String name) {
        return sql(name, "\"");
    }

    /** The name as it stands in SQL of a database that quotes so. */
    public static String sql(String name, String quote) {
        return isQuoted(name) ? quote + name.replace(quote, quote + quote) + quote : name;
    }

    /** Words in lower case with underscores between them: {@code PhoneNumber} and {@code Phone Number} are one. */
    public static String words(String name) {
        return lower(name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").replaceAll("[^A-Za-z0-9_$]+", "_"));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static final class Reserved {
        private static final H2Database H2 = new H2Database();
        private static final PostgresDatabase POSTGRES = new PostgresDatabase();
    }
}
