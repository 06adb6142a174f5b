package dev.lockstile.auth.social.oidc;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.lockstile.auth.social.SocialUnavailableException;
import java.text.ParseException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object, each read as one type or not at all. */
record Json(Map<String, Object> members) {

    private static final double LATEST_SECOND = 1e11;

    static Optional<Json> parse(String text) {
        try {
            return Optional.ofNullable(JSONObjectUtils.parse(text)).map(Json::new); // null for the JSON value null
        } catch (ParseException e) {
            return Optional.empty(); // its callers refuse what is no object
        }
    }

    /** What a provider answered. */
    static Json answer(String text) throws SocialUnavailableException {
        return parse(text).orElseThrow(() -> new SocialUnavailableException("the provider's answer is no JSON object"));
    }

    boolean has(String name) {
        return members.get(name) != null;
    }

    @Nullable
    String text(String name) {
        return members.get(name) instanceof String text ? text : null;
    }

    /** A text that may be shown or stored: neither blank nor longer than that. */
    @Nullable
    String text(String name, int longest) {
        String text = text(name);
        return text == null || text.isBlank() || text.length() > longest ? null : text;
    }

    /** Texts of a list, or the text alone; empty for anything else. */
    List<String> texts(String name) {
        Object value = members.get(name);
        if (value instanceof String text) {
            return List.of(text);
        }
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String::valueOf).toList();
        }
        return List.of();
    }

    /** Seconds since 1970 as a JSON number (RFC 7519 2, NumericDate). */
    @Nullable
    Instant instant(String name) {
        if (members.get(name) instanceof Number seconds
                && seconds.doubleValue() >= 0
                && seconds.doubleValue() < LATEST_SECOND) {
            return Instant.ofEpochSecond(seconds.longValue());
        }
        return null;
    }

    /** True for {@code true} and {@code "true"}; nothing else is a yes. */
    boolean isTrue(String name) {
        Object value = members.get(name);
        return Boolean.TRUE.equals(value) || "true".equals(value);
    }

    Json object(String name) {
        return of(members.get(name));
    }

    /** What a parser made of an object; without members for anything else. */
    static Json of(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? new Json(copy(map)) : new Json(Map.of());
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> members = new HashMap<>();
        map.forEach((name, value) -> members.put(String.valueOf(name), value));
        return members;
    }

    @Override
    public String toString() {
        return "Json" + members.keySet();
    }
}
