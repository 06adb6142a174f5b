/** What the library adds to the start of a host. */
@NullMarked
package dev.lockstile.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
