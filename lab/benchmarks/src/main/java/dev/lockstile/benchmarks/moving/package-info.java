/** How fast people move in: our import beside plain inserts, COPY and the loop of the usual guides. */
@NullMarked
package dev.lockstile.benchmarks.moving;

import org.jspecify.annotations.NullMarked;
