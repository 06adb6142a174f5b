/** The port to a source system whose users are imported one by one, at their first sign-in. */
@NullMarked
package dev.lockstile.auth.legacy;

import org.jspecify.annotations.NullMarked;
