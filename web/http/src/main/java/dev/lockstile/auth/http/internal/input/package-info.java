/** Typed reading of request bodies, with every problem named by its field. */
@NullMarked
package dev.lockstile.auth.http.internal.input;

import org.jspecify.annotations.NullMarked;
