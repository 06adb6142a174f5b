/** People who come over from a former system at their first sign-in. Start at {@link dev.lockstile.auth.migrate.adopt.Adoption}. */
@NullMarked
package dev.lockstile.auth.migrate.adopt;

import org.jspecify.annotations.NullMarked;
