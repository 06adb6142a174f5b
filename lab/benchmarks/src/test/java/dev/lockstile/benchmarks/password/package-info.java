/** The measuring programs run; their figures are nobody's assertion here. */
@NullMarked
package dev.lockstile.benchmarks.password;

import org.jspecify.annotations.NullMarked;
