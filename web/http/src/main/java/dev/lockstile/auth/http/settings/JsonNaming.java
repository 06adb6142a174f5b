package dev.lockstile.auth.http.settings;

import java.util.Map;

/** How fields are named on the wire, and with it the shape of answers. */
public enum JsonNaming {
    /** The inherited contract: {@code password_confirm}. */
    SNAKE_CASE,
    /**
     * The same with {@code passwordConfirm}, in requests and answers; requests in snake case are understood as well.
     */
    CAMEL_CASE,
    /**
     * For clients that are written for this library: lower camel case throughout and nothing else understood, one shape
     * of an account for browsers and mobile clients, each role told once, and no member that always says the same.
     */
    CLEAN;

    private static final Map<String, String> CLEAN_NAMES = Map.of(
            "access", "accessToken",
            "refresh", "refreshToken",
            "terms_and_conditions", "termsAccepted",
            "terms_and_conditions_accepted", "termsAccepted");

    /**
     * {@return the name on the wire of the field with this name in snake case}
     *
     * @param field in snake case
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
