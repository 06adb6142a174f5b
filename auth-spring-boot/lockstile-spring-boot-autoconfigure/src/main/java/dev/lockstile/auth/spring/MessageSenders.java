package dev.lockstile.auth.spring.internal.message;

import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.sms.SmsSender;
import java.util.List;

/**
 * Who sends, in the order in which they are tried.
 *
 * @param email empty when nobody does
 * @param sms empty when nobody does
 */
public record Senders(List<EmailSender> email, List<SmsSender> sms) {}
