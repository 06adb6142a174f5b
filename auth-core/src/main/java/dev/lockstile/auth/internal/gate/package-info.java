/** Not API: the one step between the first factor of a sign-in and a session. */
@NullMarked
package dev.lockstile.auth.internal.gate;

import org.jspecify.annotations.NullMarked;
