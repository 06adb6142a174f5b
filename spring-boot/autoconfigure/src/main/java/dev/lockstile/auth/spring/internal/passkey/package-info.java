/** Passkeys, where the module for them is there. */
@NullMarked
package dev.lockstile.auth.spring.internal.passkey;

import org.jspecify.annotations.NullMarked;
