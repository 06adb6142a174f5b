/** What a store offers whose rows an import finds in place, so that a rollback can restore them. */
@NullMarked
package dev.lockstile.auth.imports.inplace;

import org.jspecify.annotations.NullMarked;
