package dev.lockstile.auth.model;

/**
 * An identifier in canonical form.
 *
 * @param kind e-mail, phone or user name
 * @param value what is stored, shown and written to
 * @param key opaque text, equal for all spellings that mean the same; the unique column holds it
 */
public record Identifier(IdentifierKind kind, String value, String key) {

    @Override
    public String toString() {
        return "Identifier[" + kind + "]";
    }
}
