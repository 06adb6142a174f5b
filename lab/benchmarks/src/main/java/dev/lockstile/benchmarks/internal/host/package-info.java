/** A small host application with the library in it, and the databases it is measured on. */
@NullMarked
package dev.lockstile.benchmarks.internal.host;

import org.jspecify.annotations.NullMarked;
