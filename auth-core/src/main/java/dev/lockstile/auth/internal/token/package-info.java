/** Not API: access tokens (the only room with Nimbus in it) and refresh tokens. */
@NullMarked
package dev.lockstile.auth.internal.token;

import org.jspecify.annotations.NullMarked;
