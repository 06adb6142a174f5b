/** Not API: anything here may change at any time. */
@NullMarked
package dev.lockstile.auth.secret;

import org.jspecify.annotations.NullMarked;
