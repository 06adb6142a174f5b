package dev.lockstile.auth.internal.password;

/** A stored hash, read and found computable; what remains is a password to try. */
@FunctionalInterface
interface Verifier {

    boolean test(byte[] password);
}
