/** Passkeys: their ceremonies, the factor, the sign-in by one alone, and the passkeys of an account. */
@NullMarked
package dev.lockstile.auth.internal.passkey;

import org.jspecify.annotations.NullMarked;
