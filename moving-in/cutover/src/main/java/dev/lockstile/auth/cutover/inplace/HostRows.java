package dev.lockstile.auth.cutover.inplace;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the attributes that an import in place may change, one statement per 500 rows.
 *
 * @param entity name of the host's entity
 * @param attributes that an import may change
 */
record HostRows(String entity, List<String> attributes) {

    static final List<String> OF_USER = List.of(
            "email",
            "phone",
            "username",
            "emailKey",
            "emailVerifiedAt",
            "phoneKey",
            "phoneVerifiedAt",
            "usernameKey",
            RowImage.PASSWORD,
            "settings",
            "lastLoginAt",
            "termsAcceptedAt",
            "admittedAt",
            "staff",
            "superuser",
            "joinedAt",
            "active",
            "deletedAt");
    static final List<String> OF_PROFILE = List.of("isDefault", "settings", "role");
    private static final int PAGE = 500;

    /**
     * The rows of these keys as they are, by key as text; rows that are not there are left out. A key in a column of a
     * fixed length is found without its blanks.
     */
    Map<String, RowState> read(EntityManager manager, Collection<?> keys) {
        Map<String, RowState> states = new HashMap<>();
        Set<String> wanted = keys.stream().map(String::valueOf).collect(Collectors.toSet());
        for (List<?> page : pages(keys)) {
            manager.createQuery(
                            "select id(x), x.modifiedAt, x." + String.join(", x.", attributes) + " from " + entity
                                    + " x where id(x) in :keys",
                            Object[].class)
                    .setParameter("keys", page)
                    .getResultList()
                    .forEach(row -> {
                        String key = String.valueOf(row[0]);
                        RowState state = state(wanted.contains(key) ? key : key.stripTrailing(), row);
                        states.put(state.key(), state);
                    });
        }
        return states;
    }

    /** These keys in parts, each for one statement. */
    static List<List<?>> pages(Collection<?> keys) {
        List<?> all = List.copyOf(keys);
        List<List<?>> pages = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PAGE) {
            pages.add(all.subList(from, Math.min(from + PAGE, all.size())));
        }
        return pages;
    }

    private RowState state(String key, @Nullable Object[] row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < attributes.size(); i++) {
            values.put(attributes.get(i), row[i + 2]);
        }
        return new RowState(key, (Instant) Objects.requireNonNull(row[1]), values);
    }
}
