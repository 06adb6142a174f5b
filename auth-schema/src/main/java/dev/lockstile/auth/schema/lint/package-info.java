/** The report of the migration linter: 25 rules for tables in use, S1 to S25. */
@NullMarked
package dev.lockstile.auth.schema.lint;

import org.jspecify.annotations.NullMarked;
