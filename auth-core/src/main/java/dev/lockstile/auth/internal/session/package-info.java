/** Not API: opening, refreshing and ending sessions. */
@NullMarked
package dev.lockstile.auth.internal.session;

import org.jspecify.annotations.NullMarked;
