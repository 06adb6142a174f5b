/** Not part of the API. */
@NullMarked
package dev.lockstile.auth.imports.internal;

import org.jspecify.annotations.NullMarked;
