/** Not API: canonical forms of e-mail addresses, phone numbers and user names. */
@NullMarked
package dev.lockstile.auth.internal.identifier;

import org.jspecify.annotations.NullMarked;
