/** Not API: keys, signatures and the form of access tokens (RFC 7515, 7517, 9068). */
@NullMarked
package dev.lockstile.auth.internal.jose;

import org.jspecify.annotations.NullMarked;
