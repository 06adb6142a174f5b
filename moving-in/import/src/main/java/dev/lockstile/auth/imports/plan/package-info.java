/** Plans of imports, and the check that a run would have the result of its plan. */
@NullMarked
package dev.lockstile.auth.imports.plan;

import org.jspecify.annotations.NullMarked;
