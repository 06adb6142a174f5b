package dev.lockstile.auth.http.internal.input;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What a handler reads of a body, noted while it reads: the one source of the described requests. */
public final class FormDescription {

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();
    private final Map<String, FormDescription> objects = new LinkedHashMap<>();

    /** A field and what it holds: {@code string}, {@code boolean} or {@code date}; a maximum of 0 is none. */
    public record Field(String type, int max) {}

    public Map<String, Field> fields() {
        return fields;
    }

    public Set<String> required() {
        return required;
    }

    /** The objects inside, by the name of their field. */
    public Map<String, FormDescription> objects() {
        return objects;
    }

    void note(String field, String type, int max) {
        fields.put(field, new Field(type, max));
    }

    FormDescription object(String field) {
        return objects.computeIfAbsent(field, any -> new FormDescription());
    }

    /** A handler that refuses the absence of a field requires it. */
    void refused(String field, String code) {
        if (code.equals("required") || code.equals("must_be_accepted")) {
            required.add(field);
        }
    }
}
