package dev.lockstile.auth.schema.internal.sql;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Columns of texts that are compared sign by sign: digests, hashes, keys, and what other sites know people by. MariaDB
 * and MySQL take upper and lower case for the same there unless the column has a collation of its own.
 */
public final class OpaqueColumns {

    /** What a column of MariaDB says besides its type. */
    public static final String BINARY = " character set utf8mb4 collate utf8mb4_nopad_bin";

    private static final List<String> NAMES =
            List.of("password_hash", "bucket", "fingerprint", "provider_user_id", "issuer");

    /** The condition by which the catalogue finds them. */
    public static final String CONDITION = NAMES.stream()
            .collect(Collectors.joining(
                    "', '",
                    "(column_name like '%\\_key' or column_name like '%\\_digest' or column_name in ('",
                    "'))"));

    private OpaqueColumns() {}

    /** Whether a column of that name is one. */
    public static boolean isOpaque(String column) {
        String name = column.toLowerCase(Locale.ROOT);
        return name.endsWith("_key") || name.endsWith("_digest") || NAMES.contains(name);
    }
}
