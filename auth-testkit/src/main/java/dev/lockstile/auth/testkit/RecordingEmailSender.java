package dev.lockstile.auth.testkit;

import dev.lockstile.auth.email.EmailDeliveryException;
import dev.lockstile.auth.email.EmailMessage;
import dev.lockstile.auth.email.EmailSender;
import java.time.Duration;
import java.util.List;

/**
 * A sender that sends nothing and keeps every e-mail for a test to read, codes included. It can be told to fail.
 * Safe for use by many threads.
 */
public final class RecordingEmailSender implements EmailSender {

    private final Recording<EmailMessage, EmailDeliveryException> recording = new Recording<>();

    @Override
    public String name() {
        return "recording";
    }

    /** Keeps the message, or fails as it was told to; a message that failed is not kept. */
    @Override
    public void send(EmailMessage message) throws EmailDeliveryException {
        recording.take(message);
    }

    /** All messages that were accepted, oldest first. */
    public List<EmailMessage> messages() {
        return recording.accepted();
    }

    /** The newest message to an address; an {@link AssertionError} when there is none. */
    public EmailMessage last(String to) {
        return recording.last(message -> message.to().equals(to));
    }

    /** The code in the newest message to an address; an {@link AssertionError} when there is none. */
    public String lastCode(String to) {
        return SentText.code(last(to).text()).orElseThrow(() -> new AssertionError("the message holds no code"));
    }

    /** The link in the newest message to an address; an {@link AssertionError} when there is none. */
    public SentLink lastLink(String to) {
        return SentText.link(last(to).text()).orElseThrow(() -> new AssertionError("the message holds no link"));
    }

    /** Waits until at least so many messages were accepted; an {@link AssertionError} when they do not come in time. */
    public List<EmailMessage> await(int count, Duration patience) {
        return recording.await(count, patience);
    }

    /** The next sends, so many, fail in a way that may be tried again. */
    public void failTemporarily(int times) {
        recording.fail(times, () -> EmailDeliveryException.temporary("the provider is busy"));
    }

    /** The next sends, so many, fail for good. */
    public void failPermanently(int times) {
        recording.fail(times, () -> EmailDeliveryException.permanent("the provider refuses the address"));
    }

    /** Ends all failing. */
    public void recover() {
        recording.fail(0, null);
    }

    /** How many sends failed. */
    public int failures() {
        return recording.refused();
    }

    /** Forgets all messages and failures so far. */
    public void clear() {
        recording.clear();
    }
}
