package dev.lockstile.auth.http.internal.payload;

/** KeyPayload of the host's tables, of whatever type they are. */
public final class KeyPayload {

    private KeyPayload() {}

    /** A number stays a number; a UUID or anything else becomes a text. */
    public static Object json(Object key) {
        return key instanceof Number ? key : key.toString();
    }
}
