/** Sessions and their tokens. */
@NullMarked
package dev.lockstile.auth.token;

import org.jspecify.annotations.NullMarked;
