/** Not part of the API: reads the public keys of passkeys. */
@NullMarked
package dev.lockstile.auth.imports.internal.cose;

import org.jspecify.annotations.NullMarked;
