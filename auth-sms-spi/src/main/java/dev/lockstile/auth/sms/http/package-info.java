/** For provider authors: one HTTP call to a provider, bounded in time and size, on the client that Java brings. */
@NullMarked
package dev.lockstile.auth.sms.http;

import org.jspecify.annotations.NullMarked;
