/** The checklists of a move: what has to be right before an import and after it. */
@NullMarked
package dev.lockstile.auth.imports.check;

import org.jspecify.annotations.NullMarked;
