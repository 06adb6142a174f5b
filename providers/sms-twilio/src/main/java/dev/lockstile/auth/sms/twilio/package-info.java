/** For hosts: text messages through Twilio Programmable Messaging. */
@NullMarked
package dev.lockstile.auth.sms.twilio;

import org.jspecify.annotations.NullMarked;
