/** Moving a user base in: one engine for every old system. Start at {@link dev.lockstile.auth.migrate.UserImport}. */
@NullMarked
package dev.lockstile.auth.migrate;

import org.jspecify.annotations.NullMarked;
