/** For provider authors: the port to providers of e-mail. */
@NullMarked
package dev.lockstile.auth.email;

import org.jspecify.annotations.NullMarked;
