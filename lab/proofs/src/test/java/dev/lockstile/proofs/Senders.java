package dev.lockstile.proofs;

import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.sms.SmsSender;
import java.util.function.BiConsumer;

/** A provider for both channels that hands recipient and text on. */
record Senders(BiConsumer<String, String> delivery) {

    EmailSender email() {
        return message -> delivery.accept(message.to(), message.text());
    }

    SmsSender sms() {
        return message -> delivery.accept(message.to(), message.text());
    }
}
