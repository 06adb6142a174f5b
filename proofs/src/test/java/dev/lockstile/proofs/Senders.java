package dev.lockstile.proofs;

import dev.lockstile.auth.email.EmailMessage;
import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.sms.SmsMessage;
import dev.lockstile.auth.sms.SmsSender;
import java.util.function.BiConsumer;

/** A provider for both channels that hands recipient and text on. */
record Senders(BiConsumer<String, String> delivery) {

    EmailSender email() {
        return new EmailSender() {
            @Override
            public String name() {
                return "proof";
            }

            @Override
            public void send(EmailMessage message) {
                delivery.accept(message.to(), message.text());
            }
        };
    }

    SmsSender sms() {
        return new SmsSender() {
            @Override
            public String name() {
                return "proof";
            }

            @Override
            public void send(SmsMessage message) {
                delivery.accept(message.to(), message.text());
            }
        };
    }
}
