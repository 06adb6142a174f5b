/** What verifying an access token costs: our share on top of Nimbus with the same checks. */
@NullMarked
package dev.lockstile.benchmarks.token;

import org.jspecify.annotations.NullMarked;
