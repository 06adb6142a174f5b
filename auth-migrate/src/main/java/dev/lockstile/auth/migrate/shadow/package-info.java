/**
 * What this library would answer while the old application still does. Start at
 * {@link dev.lockstile.auth.migrate.shadow.ShadowSignIn}.
 */
@NullMarked
package dev.lockstile.auth.migrate.shadow;

import org.jspecify.annotations.NullMarked;
