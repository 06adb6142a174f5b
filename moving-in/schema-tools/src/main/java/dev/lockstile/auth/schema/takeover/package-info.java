/**
 * Takes over tables that another application made and goes on using. Start at
 * {@link dev.lockstile.auth.schema.takeover.SchemaTakeover}.
 */
@NullMarked
package dev.lockstile.auth.schema.takeover;

import org.jspecify.annotations.NullMarked;
