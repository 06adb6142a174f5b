/** Pictures from strangers, made harmless. The image library lives here alone. */
@NullMarked
package dev.lockstile.auth.http.internal.picture;

import org.jspecify.annotations.NullMarked;
