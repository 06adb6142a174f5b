@NullMarked
package dev.lockstile.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
