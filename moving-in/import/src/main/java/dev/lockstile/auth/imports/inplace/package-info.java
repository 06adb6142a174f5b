/** The extension of a store for imports in place, by which a rollback restores the host's rows. */
@NullMarked
package dev.lockstile.auth.imports.inplace;

import org.jspecify.annotations.NullMarked;
