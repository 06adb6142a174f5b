/** The checks before and after an import. */
@NullMarked
package dev.lockstile.auth.imports.check;

import org.jspecify.annotations.NullMarked;
