/** The library beside what a host would otherwise pick, by turns in one process, as ratios. */
@NullMarked
package dev.lockstile.benchmarks.side;

import org.jspecify.annotations.NullMarked;
