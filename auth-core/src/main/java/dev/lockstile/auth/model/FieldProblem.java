package dev.lockstile.auth.model;

import java.util.Map;

/**
 * What is wrong with a field of a request.
 *
 * @param field the field's name on the wire, in snake case
 * @param code stable code, such as {@code required} or {@code too_short}
 * @param params what a message about it needs, such as {@code min}
 */
public record FieldProblem(String field, String code, Map<String, Object> params) {

    /**
     * Copies the parameters.
     *
     * @param field the field's name on the wire, in snake case
     * @param code stable code, such as {@code required} or {@code too_short}
     * @param params what a message about it needs, such as {@code min}
     */
    public FieldProblem {
        params = Map.copyOf(params);
    }

    /**
     * {@return a problem whose message needs nothing more}
     *
     * @param field the field's name on the wire, in snake case
     * @param code stable code, such as {@code required}
     */
    public static FieldProblem of(String field, String code) {
        return new FieldProblem(field, code, Map.of());
    }
}
