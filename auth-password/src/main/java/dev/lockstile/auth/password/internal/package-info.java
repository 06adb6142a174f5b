/** How passwords are hashed, read and judged. Never API; the only package that knows Bouncy Castle's key stretchers. */
@NullMarked
package dev.lockstile.auth.password.internal;

import org.jspecify.annotations.NullMarked;
