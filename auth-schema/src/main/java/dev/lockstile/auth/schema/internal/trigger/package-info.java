/** Triggers that fire while a migration fills columns. */
@NullMarked
package dev.lockstile.auth.schema.internal.trigger;

import org.jspecify.annotations.NullMarked;
