/** The annotation processor behind {@link dev.lockstile.shims.FormerlyKnownAs}. */
@NullMarked
package dev.lockstile.shims.processor;

import org.jspecify.annotations.NullMarked;
