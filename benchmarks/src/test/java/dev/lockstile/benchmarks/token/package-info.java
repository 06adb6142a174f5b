/** The measuring programs run; their figures are nobody's assertion here. */
@NullMarked
package dev.lockstile.benchmarks.token;

import org.jspecify.annotations.NullMarked;
