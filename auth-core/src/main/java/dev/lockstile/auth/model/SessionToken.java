package dev.lockstile.auth.model;

/**
 * The live refresh token of a session.
 *
 * @param generation counts rotations from zero
 * @param digest SHA-256 of the token's secret part, never the token
 */
public record SessionToken(int generation, String digest) {

    @Override
    public String toString() {
        return "SessionToken[" + generation + "]";
    }
}
