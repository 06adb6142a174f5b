/** Not part of the API: updates of rows that have changed in the source since their import. */
@NullMarked
package dev.lockstile.auth.imports.internal.engine.update;

import org.jspecify.annotations.NullMarked;
