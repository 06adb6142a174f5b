/** Not API: what an access token carries, and how it is read (RFC 7519, 9068). */
@NullMarked
package dev.lockstile.auth.internal.jwt;

import org.jspecify.annotations.NullMarked;
