/** What the flows cost where the tables are small and where they are large. */
@NullMarked
package dev.lockstile.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
