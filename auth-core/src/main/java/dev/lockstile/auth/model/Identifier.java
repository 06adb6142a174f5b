package dev.lockstile.auth.model;

/**
 * An identifier in canonical form.
 *
 * @param kind e-mail address, phone number or user name
 * @param value the text that is stored and shown, and to which messages are sent
 * @param key identifier key: opaque text, equal for all spellings of the same identifier, stored in the unique column
 */
public record Identifier(IdentifierKind kind, String value, String key) {

    @Override
    public String toString() {
        return "Identifier[" + kind + "]";
    }
}
