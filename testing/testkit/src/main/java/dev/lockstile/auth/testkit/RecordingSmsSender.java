package dev.lockstile.auth.testkit;

import dev.lockstile.auth.sms.SmsDeliveryException;
import dev.lockstile.auth.sms.SmsMessage;
import dev.lockstile.auth.sms.SmsSender;
import java.time.Duration;
import java.util.List;

/**
 * A sender that sends nothing and keeps every text message for a test to read, codes included. It can be told to fail.
 * Safe for use by many threads.
 */
public final class RecordingSmsSender implements SmsSender {

    private final Recording<SmsMessage, SmsDeliveryException> recording = new Recording<>();

    /** Accepts every message until it is told to fail. */
    public RecordingSmsSender() {}

    @Override
    public String name() {
        return "recording";
    }

    /** Keeps the message, or fails as it was told to; a message that failed is not kept. */
    @Override
    public void send(SmsMessage message) throws SmsDeliveryException {
        recording.take(message);
    }

    /** {@return all messages that were accepted, oldest first} */
    public List<SmsMessage> messages() {
        return recording.accepted();
    }

    /**
     * {@return the newest message to a number; an {@link AssertionError} when there is none}
     *
     * @param to the recipient, exactly as it was sent to
     */
    public SmsMessage last(String to) {
        return recording.last(message -> message.to().equals(to));
    }

    /**
     * {@return the code in the newest message to a number that holds one; an {@link AssertionError} when there is none}
     *
     * @param to the recipient, exactly as it was sent to
     */
    public String lastCode(String to) {
        return recording.lastHeld(message -> message.to().equals(to), message -> SentText.code(message.text()));
    }

    /**
     * {@return the link in the newest message to a number that holds one; an {@link AssertionError} when there is none}
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
    public List<SmsMessage> await(int count, Duration patience) {
        return recording.await(count, patience);
    }

    /**
     * The next sends, so many, fail in a way that may be tried again.
     *
     * @param times how many sends
     */
    public void failTemporarily(int times) {
        recording.fail(times, () -> SmsDeliveryException.temporary("the provider is busy"));
    }

    /**
     * The next sends, so many, fail for good.
     *
     * @param times how many sends
     */
    public void failPermanently(int times) {
        recording.fail(times, () -> SmsDeliveryException.permanent("the provider refuses the number"));
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
