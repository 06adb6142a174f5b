package dev.lockstile.auth.http.internal.json;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object in memory. A value is null, a {@link String}, a {@link Boolean}, a {@link JsonNumber}, a
 * {@link java.util.List} or another object; answers may also hold a {@link Number}, an {@link java.time.Instant}, a
 * {@link java.time.LocalDate} or a {@link RawJson}. Open so that a test can note which members an endpoint asks for.
 */
public class JsonObject {

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();
    private Set<String> asWritten = Set.of();

    /** The value of that name; null when it is JSON's null or not there. */
    public @Nullable Object value(String name) {
        return members.get(name);
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** Sets a member and gives this object back. */
    public JsonObject with(String name, @Nullable Object value) {
        members.put(name, value);
        return this;
    }

    /** Sets a member whose name is written as it is, in every naming. */
    public JsonObject withAsWritten(String name, @Nullable Object value) {
        if (asWritten.isEmpty()) {
            asWritten = new HashSet<>();
        }
        asWritten.add(name);
        return with(name, value);
    }

    boolean isAsWritten(String name) {
        return asWritten.contains(name);
    }

    /** Sets all members of the other object and gives this one back. */
    public JsonObject withAll(JsonObject other) {
        members.putAll(other.members);
        return this;
    }

    /** The members in their order. */
    public Map<String, @Nullable Object> members() {
        return Collections.unmodifiableMap(members);
    }

    /** The names alone: a body may hold a password. */
    @Override
    public String toString() {
        return "JsonObject" + members.keySet();
    }
}
