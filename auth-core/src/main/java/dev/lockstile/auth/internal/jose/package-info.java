/** Not API: keys and signatures (RFC 7515, 7517). */
@NullMarked
package dev.lockstile.auth.internal.jose;

import org.jspecify.annotations.NullMarked;
