/** Plans of imports, and that a run does what its plan said. */
@NullMarked
package dev.lockstile.auth.migrate.plan;

import org.jspecify.annotations.NullMarked;
