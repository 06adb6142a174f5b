package dev.lockstile.auth.http.internal.json;

/**
 * JSON text that is written as it is: neither its names nor its numbers change.
 *
 * @param text well-formed JSON
 */
public record RawJson(String text) {}
