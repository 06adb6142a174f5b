/** Password hashes by the bare primitives, for the benchmarks to compare with. */
@NullMarked
package dev.lockstile.benchmarks.internal.password;

import org.jspecify.annotations.NullMarked;
