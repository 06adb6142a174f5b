/** Not API: issues and reads access tokens and refresh tokens. */
@NullMarked
package dev.lockstile.auth.internal.token;

import org.jspecify.annotations.NullMarked;
