package dev.lockstile.auth.password.internal;

/** The two halves of a weak hash: what may rest in the open, and what must not. */
@SuppressWarnings("ArrayRecordComponent") // never compared, never printed
record Salted(byte[] salt, byte[] digest) {}
