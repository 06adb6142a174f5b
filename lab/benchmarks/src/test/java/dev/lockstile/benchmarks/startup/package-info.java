@NullMarked
package dev.lockstile.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
