/** The journal of import runs. */
@NullMarked
package dev.lockstile.auth.imports.history;

import org.jspecify.annotations.NullMarked;
