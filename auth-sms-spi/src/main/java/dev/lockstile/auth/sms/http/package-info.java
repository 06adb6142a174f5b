/** For provider authors: HTTP calls to a provider, limited in time and size, with the HTTP client of the JDK. */
@NullMarked
package dev.lockstile.auth.sms.http;

import org.jspecify.annotations.NullMarked;
