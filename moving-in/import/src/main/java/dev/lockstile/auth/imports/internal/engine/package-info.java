/** Not part of the API: a run, batch by batch. */
@NullMarked
package dev.lockstile.auth.imports.internal.engine;

import org.jspecify.annotations.NullMarked;
