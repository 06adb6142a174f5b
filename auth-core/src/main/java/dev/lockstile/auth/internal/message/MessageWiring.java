package dev.lockstile.auth.internal.message;

import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.message.MessageTemplates;
import dev.lockstile.auth.notice.PlaceLookup;
import dev.lockstile.auth.secret.Randomness;
import dev.lockstile.auth.sms.SmsSender;
import dev.lockstile.auth.store.AuthStore;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What sending messages is built from.
 *
 * @param sealKeys the keys the values in the outbox are encrypted with
 * @param serviceName name of the service in the texts, where a message does not bring its own
 * @param defaultLocale language of people who have not told theirs
 * @param sms in the order in which they are asked; none when the host sends no text messages: one that is wanted all
 *     the same is logged as failed
 * @param email likewise
 * @param workers messages of one channel that this node sends at the same time
 * @param places null where messages tell no place
 */
public record MessageWiring(
        AuthStore store,
        Clock clock,
        Randomness randomness,
        ValueCipherKeys sealKeys,
        String serviceName,
        Locale defaultLocale,
        MessageTemplates templates,
        List<SmsSender> sms,
        List<EmailSender> email,
        int workers,
        @Nullable PlaceLookup places) {

    public MessageWiring {
        sms = List.copyOf(sms);
        email = List.copyOf(email);
    }

    @Override
    public String toString() {
        return "MessageWiring[" + serviceName + "]";
    }
}
