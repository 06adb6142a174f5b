package dev.lockstile.auth.model;

/**
 * The public name of a session, made by the server from at least 128 random bits. It is no secret: it opens nothing.
 *
 * @param value as it stands in tokens and paths
 */
public record SessionId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
