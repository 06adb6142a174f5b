/** What the flows promise, as tests that run on any store: the same cases in memory and on a host's own database. */
@NullMarked
package dev.lockstile.auth.testkit.flow;

import org.jspecify.annotations.NullMarked;
