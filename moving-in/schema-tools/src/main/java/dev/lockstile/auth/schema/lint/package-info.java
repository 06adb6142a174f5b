/** The report of the migration linter: 30 rules for tables in use, S1 to S30. */
@NullMarked
package dev.lockstile.auth.schema.lint;

import org.jspecify.annotations.NullMarked;
