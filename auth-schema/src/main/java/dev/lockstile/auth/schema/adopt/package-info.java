/**
 * Takes over tables that another application made and goes on using. Start at
 * {@link dev.lockstile.auth.schema.adopt.Adoption}.
 */
@NullMarked
package dev.lockstile.auth.schema.adopt;

import org.jspecify.annotations.NullMarked;
