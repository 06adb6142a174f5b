@NullMarked
package dev.lockstile.benchmarks.moving;

import org.jspecify.annotations.NullMarked;
