/**
 * Hooks of the host inside the library's transactions, with a veto, and the risk check. To be informed only, see
 * {@code event}.
 */
@NullMarked
package dev.lockstile.auth.hook;

import org.jspecify.annotations.NullMarked;
