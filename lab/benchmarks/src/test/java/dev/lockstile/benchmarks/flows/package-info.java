@NullMarked
package dev.lockstile.benchmarks.flows;

import org.jspecify.annotations.NullMarked;
