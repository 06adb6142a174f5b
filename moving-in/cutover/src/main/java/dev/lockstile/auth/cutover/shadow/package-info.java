/**
 * What this library would answer while the old application still does. Start at
 * {@link dev.lockstile.auth.cutover.shadow.ShadowSignIn}.
 */
@NullMarked
package dev.lockstile.auth.cutover.shadow;

import org.jspecify.annotations.NullMarked;
