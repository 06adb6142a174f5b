/** Not part of the API: rows that changed in the source since they came. */
@NullMarked
package dev.lockstile.auth.imports.internal.engine.update;

import org.jspecify.annotations.NullMarked;
