/** Passkeys (WebAuthn Level 3): what a host gives to {@code AuthBuilder.passkeys}. */
@NullMarked
package dev.lockstile.auth.passkey;

import org.jspecify.annotations.NullMarked;
