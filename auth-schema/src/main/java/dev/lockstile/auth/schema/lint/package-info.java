/**
 * A check that new migrations are safe on a live table: {@link MigrationLinter} knows 25 rules, S1 to S25, by database.
 */
@NullMarked
package dev.lockstile.auth.schema.lint;

import org.jspecify.annotations.NullMarked;
