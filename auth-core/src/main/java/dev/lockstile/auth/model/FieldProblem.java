package dev.lockstile.auth.model;

import java.util.Map;

/**
 * An invalid field of a request.
 *
 * @param field name of the field in the request, in snake case
 * @param code stable code, such as {@code required} or {@code too_short}
 * @param params values that the message about the problem needs, such as {@code min}
 */
public record FieldProblem(String field, String code, Map<String, Object> params) {

    /**
     * Copies the parameters.
     *
     * @param field name of the field in the request, in snake case
     * @param code stable code, such as {@code required} or {@code too_short}
     * @param params values that the message about the problem needs, such as {@code min}
     */
    public FieldProblem {
        params = Map.copyOf(params);
    }

    /**
     * {@return a problem without parameters}
     *
     * @param field name of the field in the request, in snake case
     * @param code stable code, such as {@code required}
     */
    public static FieldProblem of(String field, String code) {
        return new FieldProblem(field, code, Map.of());
    }
}
