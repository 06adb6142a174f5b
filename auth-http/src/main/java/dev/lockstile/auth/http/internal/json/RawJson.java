package dev.lockstile.auth.http.internal.json;

/**
 * A value that goes out to the letter: neither its names nor its numbers are touched.
 *
 * @param text well-formed JSON
 */
public record RawJson(String text) {}
