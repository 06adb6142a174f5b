package dev.lockstile.auth.http;

import dev.lockstile.auth.email.EmailMessage;
import dev.lockstile.auth.email.EmailSender;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
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

    /** The code in the latest e-mail. */
    synchronized String code() {
        Matcher code = CODE.matcher(received.getLast().text());
        if (!code.find()) {
            throw new IllegalStateException("no code in the latest e-mail");
        }
        return code.group();
    }

    synchronized boolean latestHasLink() {
        return LINK.matcher(received.getLast().text()).find();
    }

    /** The e-mail that came last. */
    synchronized EmailMessage latest() {
        return received.getLast();
    }

    /** The members {@code uid} and {@code token} of the link in the latest e-mail, as JSON. */
    synchronized String link() {
        Matcher link = LINK.matcher(received.getLast().text());
        if (!link.find()) {
            throw new IllegalStateException("no link in the latest e-mail");
        }
        return "\"uid\":\"" + link.group(1) + "\",\"token\":\"" + link.group(2) + '"';
    }
}
