/** For provider authors: the port through which an e-mail leaves, and the values it speaks in. */
@NullMarked
package dev.lockstile.auth.email;

import org.jspecify.annotations.NullMarked;
