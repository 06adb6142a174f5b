@NullMarked
package dev.lockstile.benchmarks;

import org.jspecify.annotations.NullMarked;
