/** The flows beside the same flows written by hand in plain JDBC, and beside Spring Security's one-time tokens. */
@NullMarked
package dev.lockstile.benchmarks.flows;

import org.jspecify.annotations.NullMarked;
