/** The host's entities. */
@NullMarked
package dev.lockstile.auth.schema.shape;

import org.jspecify.annotations.NullMarked;
