/** Texts that must not be printed, and the one source of unpredictable bytes. */
@NullMarked
package dev.lockstile.auth.secret;

import org.jspecify.annotations.NullMarked;
