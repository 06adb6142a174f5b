package dev.lockstile.auth.sms;

import java.io.PrintStream;

/**
 * Prints text messages instead of sending them.
 *
 * <p><strong>For development only.</strong> It prints one-time codes and numbers in plain text: a reader of the
 * process's output can sign in to every account. Never use it in production.
 */
public final class ConsoleSmsSender implements SmsSender {

    private final PrintStream out;

    /** Creates a sender that prints to {@link System#out}. */
    public ConsoleSmsSender() {
        this(System.out);
    }

    /**
     * Creates a sender that prints to the given stream.
     *
     * @param out the stream, which is not closed
     */
    public ConsoleSmsSender(PrintStream out) {
        this.out = out;
    }

    @Override
    public String name() {
        return "console";
    }

    @Override
    public void send(SmsMessage message) {
        // One call, so that two threads do not mix their lines.
        out.println("SMS to " + message.to() + ": " + message.text());
        out.flush();
    }
}
