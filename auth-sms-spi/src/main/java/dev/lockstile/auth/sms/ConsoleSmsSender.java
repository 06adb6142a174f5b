package dev.lockstile.auth.sms;

import java.io.PrintStream;

/**
 * Prints text messages instead of sending them.
 *
 * <p><strong>For development only.</strong> It prints one-time codes and numbers in the clear: a reader of the
 * process's output can sign in to every account. Never wire it where real people have accounts.
 */
public final class ConsoleSmsSender implements SmsSender {

    private final PrintStream out;

    /** Prints to {@link System#out}. */
    public ConsoleSmsSender() {
        this(System.out);
    }

    /**
     * Prints to the stream given, which stays open.
     *
     * @param out where they are printed; never closed here
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
