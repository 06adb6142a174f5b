/** The runs of imports there were. */
@NullMarked
package dev.lockstile.auth.imports.history;

import org.jspecify.annotations.NullMarked;
