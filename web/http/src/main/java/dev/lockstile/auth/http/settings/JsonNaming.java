package dev.lockstile.auth.http.settings;

import java.util.Map;

/** The names of fields in HTTP, and the structure of answers that belongs to them. */
public enum JsonNaming {
    /** The contract of the Python library, in snake case: {@code password_confirm}. */
    SNAKE_CASE,
    /**
     * The contract of the Python library, in camel case in requests and answers: {@code passwordConfirm}. Requests in
     * snake case are accepted too.
     */
    CAMEL_CASE,
    /**
     * For clients that are written for this library: only lower camel case is accepted, an account has the same
     * structure for browsers and mobile clients, each role appears once, and there are no members with constant values.
     */
    CLEAN;

    private static final Map<String, String> CLEAN_NAMES = Map.of(
            "access", "accessToken",
            "refresh", "refreshToken",
            "terms_and_conditions", "termsAccepted",
            "terms_and_conditions_accepted", "termsAccepted");

    /**
     * {@return the name in HTTP of the field with this name in snake case}
     *
     * @param field the name in snake case
     */
    public String wire(String field) {
        return switch (this) {
            case SNAKE_CASE -> field;
            case CAMEL_CASE -> camel(field);
            case CLEAN -> CLEAN_NAMES.getOrDefault(field, camel(field));
        };
    }

    /** {@return true when requests may name fields in snake case} */
    public boolean readsSnakeCase() {
        return this != CLEAN;
    }

    private static String camel(String field) {
        if (field.indexOf('_') < 0) {
            return field;
        }
        StringBuilder out = new StringBuilder(field.length());
        for (int i = 0; i < field.length(); i++) {
            boolean joins = field.charAt(i) == '_' && i > 0 && i + 1 < field.length();
            out.append(joins ? Character.toUpperCase(field.charAt(++i)) : field.charAt(i));
        }
        return out.toString();
    }
}
