/** For hosts: text messages through Amazon SNS. */
@NullMarked
package dev.lockstile.auth.sms.sns;

import org.jspecify.annotations.NullMarked;
