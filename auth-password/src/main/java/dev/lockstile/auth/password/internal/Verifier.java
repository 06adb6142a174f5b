package dev.lockstile.auth.password.internal;

/** A stored hash, read and found computable; what remains is a password to try. */
@FunctionalInterface
interface Verifier {

    boolean test(byte[] password);
}
