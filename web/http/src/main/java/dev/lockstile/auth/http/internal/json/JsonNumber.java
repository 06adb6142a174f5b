package dev.lockstile.auth.http.internal.json;

/**
 * A number as it was written. It is not parsed: {@code 1e999999999} would take all the memory there is.
 *
 * @param text a JSON number
 */
public record JsonNumber(String text) {}
