package dev.lockstile.auth.schema.internal.sql;

import java.util.Map;

/** What the attributes of our superclasses that may not be null are worth in rows that never had them, as SQL. */
public final class SuperclassValues {

    private static final String NOW = "CURRENT_TIMESTAMP";

    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("createdAt", NOW),
            Map.entry("modifiedAt", NOW),
            Map.entry("joinedAt", NOW),
            Map.entry("linkedAt", NOW),
            Map.entry("deletedByCascade", "false"),
            Map.entry("active", "true"),
            Map.entry("staff", "false"),
            Map.entry("superuser", "false"),
            Map.entry("isDefault", "false"),
            Map.entry("emailVerified", "false"),
            Map.entry("settings", "'{}'"),
            Map.entry("role", "'USER'"),
            Map.entry("label", "''"));

    private SuperclassValues() {}

    /** By the name of the attribute. */
    public static Map<String, String> all() {
        return VALUES;
    }
}
