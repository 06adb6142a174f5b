package dev.lockstile.auth.http;

import dev.lockstile.auth.email.EmailMessage;
import dev.lockstile.auth.email.EmailSender;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Keeps the e-mails that were sent. */
final class Mailbox implements EmailSender {

    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6,10}(?!\\d)");
    private static final Pattern LINK = Pattern.compile("[?&]uid=([^&\\s]+)&token=([^&\\s]+)");

    private final Deque<EmailMessage> received = new ArrayDeque<>();

    @Override
    public synchronized void send(EmailMessage message) {
        received.addLast(message);
    }

    synchronized int count() {
        return received.size();
    }

    /** The code in the latest e-mail that has one: what lives short is sent before notices. */
    synchronized String code() {
        return last(CODE).group();
    }

    synchronized boolean latestHasLink() {
        return LINK.matcher(received.getLast().text()).find();
    }

    /** The e-mail that came last. */
    synchronized EmailMessage latest() {
        return received.getLast();
    }

    /** The members {@code uid} and {@code token} of the link in the latest e-mail that has one, as JSON. */
    synchronized String link() {
        MatchResult link = last(LINK);
        return "\"uid\":\"" + link.group(1) + "\",\"token\":\"" + link.group(2) + '"';
    }

    private MatchResult last(Pattern kind) {
        return received.stream()
                .flatMap(message -> kind.matcher(message.text()).results().limit(1))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("no e-mail has one"));
    }
}
