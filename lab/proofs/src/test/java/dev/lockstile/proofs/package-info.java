/** What takes several processes, or a database that fails, to show. */
@NullMarked
package dev.lockstile.proofs;

import org.jspecify.annotations.NullMarked;
