/** Plans of imports, and that a run does what its plan said. */
@NullMarked
package dev.lockstile.auth.imports.plan;

import org.jspecify.annotations.NullMarked;
