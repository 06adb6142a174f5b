/** Not part of the API: writes a batch. */
@NullMarked
package dev.lockstile.auth.imports.internal.engine.write;

import org.jspecify.annotations.NullMarked;
