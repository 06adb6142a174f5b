package dev.lockstile.auth.http.internal.web;

import dev.lockstile.auth.http.internal.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What goes back.
 *
 * @param body a JSON value; null for an answer without a body
 * @param headers beside those that every answer has
 * @param cookies values of {@code Set-Cookie}
 */
public record Answer(int status, @Nullable Object body, Map<String, String> headers, List<String> cookies) {

    /** An answer with this body. */
    public static Answer of(int status, Object body) {
        return new Answer(status, body, Map.of(), List.of());
    }

    /** The answer 200 whose one field {@code detail} is for people. */
    public static Answer detail(String detail) {
        return of(200, new JsonObject().with("detail", detail));
    }

    /** The answer 303: the browser goes there with GET. */
    public static Answer sendTo(String address) {
        return new Answer(303, null, Map.of("Location", address), List.of());
    }

    /** The answer 204: done, nothing to say. */
    public static Answer done() {
        return new Answer(204, null, Map.of(), List.of());
    }

    /** The same answer with one header more. */
    public Answer header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, body, more, cookies);
    }

    /** The same answer with one cookie more. */
    Answer cookie(String value) {
        List<String> more = new ArrayList<>(cookies);
        more.add(value);
        return new Answer(status, body, headers, more);
    }

    /** The same answer with another body. */
    Answer body(Object other) {
        return new Answer(status, other, headers, cookies);
    }

    /** What is printed holds no token. */
    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
