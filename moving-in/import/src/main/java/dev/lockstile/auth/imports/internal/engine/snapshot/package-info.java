/** Not part of the API: the state of the target for a batch. */
@NullMarked
package dev.lockstile.auth.imports.internal.engine.snapshot;

import org.jspecify.annotations.NullMarked;
