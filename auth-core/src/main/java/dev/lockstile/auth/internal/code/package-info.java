/** Not API: one-time codes as people type them. */
@NullMarked
package dev.lockstile.auth.internal.code;

import org.jspecify.annotations.NullMarked;
