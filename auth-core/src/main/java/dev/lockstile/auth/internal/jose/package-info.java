/** Not API: keys, signatures and what an access token carries (RFC 7515, 7517, 7519, 9068). */
@NullMarked
package dev.lockstile.auth.internal.jose;

import org.jspecify.annotations.NullMarked;
