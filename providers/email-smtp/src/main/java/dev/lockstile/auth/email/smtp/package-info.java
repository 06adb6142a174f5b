/** For hosts: e-mail through an SMTP server. */
@NullMarked
package dev.lockstile.auth.email.smtp;

import org.jspecify.annotations.NullMarked;
