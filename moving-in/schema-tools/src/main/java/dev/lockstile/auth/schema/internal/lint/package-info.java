/**
 * The rules S1 to S30 of {@link dev.lockstile.auth.schema.lint.LintRule} and the reader that applies them to change
 * sets.
 */
@NullMarked
package dev.lockstile.auth.schema.internal.lint;

import org.jspecify.annotations.NullMarked;
