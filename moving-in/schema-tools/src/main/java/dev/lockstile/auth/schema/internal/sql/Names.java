package dev.lockstile.auth.schema.internal.sql;

import dev.lockstile.auth.schema.database.Identifiers;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of constraints and indexes that a person can read, of at most 63 characters as PostgreSQL has them. */
public final class Names {

    /** PostgreSQL cuts longer ones silently; MariaDB ends at 64. */
    public static final int LONGEST = 63;

    /** What Hibernate makes up where the entity says no name. */
    private static final Pattern MADE_UP = Pattern.compile("(?i)(UK|FK|IDX|UKT)_?[0-9a-z]{20,}");

    private Names() {}

    /** The name that the entity gives, or {@code prefix_table_columns}. */
    public static String of(String prefix, @Nullable String given, String table, List<String> columns) {
        if (given != null && !MADE_UP.matcher(given).matches()) {
            return given.toLowerCase(Locale.ROOT);
        }
        return of(prefix, table, columns);
    }

    /** {@code prefix_table_columns}, cut and made distinct by a digest where it is too long. */
    public static String of(String prefix, String table, List<String> columns) {
        String name = Identifiers.words(prefix + "_" + table + "_" + String.join("_", columns));
        if (name.length() <= LONGEST) {
            return name;
        }
        String digest = Integer.toHexString(name.hashCode());
        return name.substring(0, LONGEST - 1 - digest.length()) + "_" + digest;
    }
}
