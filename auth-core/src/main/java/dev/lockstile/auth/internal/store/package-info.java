/** Not API: the store as the flows use it. */
@NullMarked
package dev.lockstile.auth.internal.store;

import org.jspecify.annotations.NullMarked;
