/** For provider authors: the port to providers of text messages. */
@NullMarked
package dev.lockstile.auth.sms;

import org.jspecify.annotations.NullMarked;
