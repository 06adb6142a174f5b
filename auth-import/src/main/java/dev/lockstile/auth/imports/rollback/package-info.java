/** Takes a run of an import back. */
@NullMarked
package dev.lockstile.auth.imports.rollback;

import org.jspecify.annotations.NullMarked;
