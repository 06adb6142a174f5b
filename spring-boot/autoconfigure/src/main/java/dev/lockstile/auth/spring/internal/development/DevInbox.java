package dev.lockstile.auth.spring.internal.development;

import dev.lockstile.auth.email.EmailDeliveryException;
import dev.lockstile.auth.email.EmailMessage;
import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.sms.SmsDeliveryException;
import dev.lockstile.auth.sms.SmsMessage;
import dev.lockstile.auth.sms.SmsSender;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps the last messages in memory, so that a person or a test can read codes and links. Development only. */
public final class DevInbox {

    private static final int KEPT = 500;
    private static final Pattern CODE = Pattern.compile("(?<![\\w+])(\\d{6,10})(?!\\w)");
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final Clock clock;
    private final Deque<Entry> entries = new ArrayDeque<>();

    public DevInbox(Clock clock) {
        this.clock = clock;
    }

    /** The messages, newest first. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Sends by the next one, and keeps what was sent. */
    public SmsSender keeping(SmsSender next) {
        return new SmsSender() {
            @Override
            public String name() {
                return next.name();
            }

            @Override
            public void send(SmsMessage message) throws SmsDeliveryException {
                next.send(message);
                add(new Entry(message.id(), "sms", message.to(), null, message.text(), null, clock.instant()));
            }
        };
    }

    /** Sends by the next one, and keeps what was sent. */
    public EmailSender keeping(EmailSender next) {
        return new EmailSender() {
            @Override
            public String name() {
                return next.name();
            }

            @Override
            public void send(EmailMessage message) throws EmailDeliveryException {
                next.send(message);
                add(new Entry(
                        message.id(),
                        "email",
                        message.to(),
                        message.subject(),
                        message.text(),
                        message.html(),
                        clock.instant()));
            }
        };
    }

    private synchronized void add(Entry entry) {
        entries.addFirst(entry);
        if (entries.size() > KEPT) {
            entries.removeLast();
        }
    }

    /** A message as it left. */
    public record Entry(
            String id,
            String channel,
            String to,
            @Nullable String subject,
            String text,
            @Nullable String html,
            Instant at) {

        /** The code in the text; null when there is none. */
        @Nullable
        public String code() {
            return link() == null ? first(CODE) : null;
        }

        /** The link in the text; null when there is none. */
        @Nullable
        public String link() {
            return first(LINK);
        }

        private @Nullable String first(Pattern pattern) {
            Matcher matcher = pattern.matcher(text);
            return matcher.find() ? matcher.group() : null;
        }
    }
}
