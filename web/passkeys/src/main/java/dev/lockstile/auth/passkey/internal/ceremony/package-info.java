/** The checks of WebAuthn Level 3, section 7: what a browser shows, as a pure function of what is stored. */
@NullMarked
package dev.lockstile.auth.passkey.internal.ceremony;

import org.jspecify.annotations.NullMarked;
