/** The measuring programs run; their figures are not asserted. */
@NullMarked
package dev.lockstile.benchmarks.password;

import org.jspecify.annotations.NullMarked;
