package dev.lockstile.auth.http.settings;

/** How fields are named on the wire. */
public enum JsonNaming {
    /** As the contract says: {@code password_confirm}. */
    SNAKE_CASE,
    /** {@code passwordConfirm}, in requests and answers; requests in snake case are understood as well. */
    CAMEL_CASE;

    /** The name on the wire of the field with this name in snake case. */
    public String wire(String field) {
        return this == SNAKE_CASE ? field : camel(field);
    }

    private static String camel(String field) {
        StringBuilder out = new StringBuilder(field.length());
        for (int i = 0; i < field.length(); i++) {
            boolean joins = field.charAt(i) == '_' && i > 0 && i + 1 < field.length();
            out.append(joins ? Character.toUpperCase(field.charAt(++i)) : field.charAt(i));
        }
        return out.toString();
    }
}
