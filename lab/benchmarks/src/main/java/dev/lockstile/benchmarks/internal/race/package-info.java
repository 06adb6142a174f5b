/** Contenders at the same work by turns in one run, and the page that tells how they came off. */
@NullMarked
package dev.lockstile.benchmarks.internal.race;

import org.jspecify.annotations.NullMarked;
