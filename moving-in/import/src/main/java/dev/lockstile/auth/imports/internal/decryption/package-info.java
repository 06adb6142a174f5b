/** Not part of the API: opens the second factors that other applications encrypt. */
@NullMarked
package dev.lockstile.auth.imports.internal.decryption;

import org.jspecify.annotations.NullMarked;
