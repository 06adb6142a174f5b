/** Who sends messages. */
@NullMarked
package dev.lockstile.auth.spring.internal.message;

import org.jspecify.annotations.NullMarked;
