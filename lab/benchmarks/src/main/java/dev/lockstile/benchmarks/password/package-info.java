/** What checking a password costs: our share on top of the primitive, and Java against C. */
@NullMarked
package dev.lockstile.benchmarks.password;

import org.jspecify.annotations.NullMarked;
