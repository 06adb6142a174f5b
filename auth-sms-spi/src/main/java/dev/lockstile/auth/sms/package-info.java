/** For provider authors: the port through which a text message leaves, and the values it speaks in. */
@NullMarked
package dev.lockstile.auth.sms;

import org.jspecify.annotations.NullMarked;
