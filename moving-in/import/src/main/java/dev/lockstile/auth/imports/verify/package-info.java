/** Moving a user base in: one engine for every old system. Start at {@link dev.lockstile.auth.imports.UserImport}. */
@NullMarked
package dev.lockstile.auth.imports.verify;

import org.jspecify.annotations.NullMarked;
