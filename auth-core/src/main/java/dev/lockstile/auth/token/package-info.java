/** Sessions and their tokens: what a signed-in client holds. */
@NullMarked
package dev.lockstile.auth.token;

import org.jspecify.annotations.NullMarked;
