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

    /** Accepts every message until it is told to fail. */
    public RecordingEmailSender() {}

    @Override
    public String name() {
        return "recording";
    }

    /** Keeps the message, or fails as it was told to; a message that failed is not kept. */
    @Override
    public void send(EmailMessage message) throws EmailDeliveryException {
        recording.take(message);
    }

    /** {@return all messages that were accepted, oldest first} */
    public List<EmailMessage> messages() {
        return recording.accepted();
    }

    /**
     * {@return the newest message to an address; an {@link AssertionError} when there is none}
     *
     * @param to the recipient, exactly as it was sent to
     */
    public EmailMessage last(String to) {
        return recording.last(message -> message.to().equals(to));
    }

    /**
     * {@return the code in the newest message to an address that holds one; an {@link AssertionError} when there is
     * none}
     *
     * @param to the recipient, exactly as it was sent to
     */
    public String lastCode(String to) {
        return recording.lastHeld(message -> message.to().equals(to), message -> SentText.code(message.text()));
    }

    /**
     * {@return the link in the newest message to an address that holds one; an {@link AssertionError} when there is
     * none}
     *
     * @param to the recipient, exactly as it was sent to
     */
    public SentLink lastLink(String to) {
        return recording.lastHeld(message -> message.to().equals(to), message -> SentText.link(message.text()));
    }

    /**
     * Waits until at least so many messages were accepted; an {@link AssertionError} when they do not come in time.
     *
     * @param count how many in all, those before the call among them
     * @param patience how long to wait
     * @return all messages that were accepted, oldest first
     */
    public List<EmailMessage> await(int count, Duration patience) {
        return recording.await(count, patience);
    }

    /**
     * The next sends, so many, fail in a way that may be tried again.
     *
     * @param times how many sends
     */
    public void failTemporarily(int times) {
        recording.fail(times, () -> EmailDeliveryException.temporary("the provider is busy"));
    }

    /**
     * The next sends, so many, fail for good.
     *
     * @param times how many sends
     */
    public void failPermanently(int times) {
        recording.fail(times, () -> EmailDeliveryException.permanent("the provider refuses the address"));
    }

    /** Ends all failing. */
    public void recover() {
        recording.fail(0, null);
    }

    /** {@return how many sends failed} */
    public int failures() {
        return recording.refused();
    }

    /** Forgets all messages and failures so far. */
    public void clear() {
        recording.clear();
    }
}
