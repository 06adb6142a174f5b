@NullMarked
package dev.lockstile.benchmarks.internal.race;

import org.jspecify.annotations.NullMarked;
