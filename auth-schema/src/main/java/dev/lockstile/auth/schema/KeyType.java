package dev.lockstile.auth.schema;

import java.util.Map;

/** The type of the keys of all tables whose entities are the host's. */
public enum KeyType {
    /** {@code Long}: the column numbers itself, and sequences stand by for {@code GenerationType.AUTO}. */
    BIGINT("bigint", true),
    /** {@code UUID}, made by the host's entity. */
    UUID("uuid", false),
    /** {@code String} of at most 64 characters, made by the host's entity. */
    TEXT("varchar(64)", false);

    private final String sqlType;
    private final boolean numbered;

    KeyType(String sqlType, boolean numbered) {
        this.sqlType = sqlType;
        this.numbered = numbered;
    }

    /** Whether the library makes sequences for keys of this type. */
    boolean hasSequences() {
        return numbered;
    }

    Map<String, String> parameters() {
        String flag = Boolean.toString(numbered);
        return Map.of("auth.type.key", sqlType, "auth.key.identity", flag, "auth.key.sequences", flag);
    }
}
