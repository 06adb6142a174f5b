/** Not API: keyed digests and derived keys, with the JDK alone. */
@NullMarked
package dev.lockstile.auth.internal.crypto;

import org.jspecify.annotations.NullMarked;
