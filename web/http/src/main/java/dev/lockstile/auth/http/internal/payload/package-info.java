/** What answers show: nothing but what is named here. */
@NullMarked
package dev.lockstile.auth.http.internal.payload;

import org.jspecify.annotations.NullMarked;
