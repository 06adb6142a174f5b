package dev.lockstile.auth.jpa.internal.admin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.query.SelectionQuery;

/** Conditions and their values: nothing that a caller typed becomes part of the statement. */
record Restriction(List<String> conditions, Map<String, Object> values) {

    Restriction() {
        this(new ArrayList<>(), new HashMap<>());
    }

    boolean key(String condition, String name, Optional<?> value) {
        value.ifPresent(key -> with(condition + ":" + name, name, key));
        return value.isPresent();
    }

    void with(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }

    void oneOf(String key, Collection<Object> keys) {
        with(key + " in (:keys)", "keys", keys);
    }

    /** True where no row can be meant. */
    boolean isEmpty() {
        return values.get("keys") instanceof Collection<?> keys && keys.isEmpty();
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    void set(SelectionQuery<?> query) {
        values.forEach((name, value) -> {
            if (value instanceof Collection<?> keys) {
                query.setParameterList(name, keys);
            } else {
                query.setParameter(name, value);
            }
        });
    }
}
