/** Not part of the API: what the target holds of a batch. */
@NullMarked
package dev.lockstile.auth.imports.internal.engine.snapshot;

import org.jspecify.annotations.NullMarked;
