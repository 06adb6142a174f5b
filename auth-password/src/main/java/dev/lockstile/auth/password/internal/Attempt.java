package dev.lockstile.auth.password.internal;

/**
 * One way to check a stored text.
 *
 * @param verifier computes it
 * @param own over form NFC, as we write them; otherwise as an old system may have written it
 * @param exact costs exactly what the dummy work costs
 * @param upgrade a match should be followed by a new hash
 */
record Attempt(Verifier verifier, boolean own, boolean exact, boolean upgrade) {}
