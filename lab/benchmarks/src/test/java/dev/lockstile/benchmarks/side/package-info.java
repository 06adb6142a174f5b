@NullMarked
package dev.lockstile.benchmarks.side;

import org.jspecify.annotations.NullMarked;
