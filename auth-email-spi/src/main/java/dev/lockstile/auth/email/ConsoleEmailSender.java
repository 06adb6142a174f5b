package dev.lockstile.auth.email;

import java.io.PrintStream;

/**
 * Prints e-mails instead of sending them.
 *
 * <p><strong>For development only.</strong> It prints one-time codes, links and addresses in the clear: a reader of
 * the process's output can sign in to every account. Never wire it where real people have accounts.
 */
public final class ConsoleEmailSender implements EmailSender {

    private final PrintStream out;

    /** Prints to {@link System#out}. */
    public ConsoleEmailSender() {
        this(System.out);
    }

    /**
     * Prints to the stream given, which stays open.
     *
     * @param out where they are printed; never closed here
     */
    public ConsoleEmailSender(PrintStream out) {
        this.out = out;
    }

    @Override
    public String name() {
        return "console";
    }

    @Override
    public void send(EmailMessage message) {
        // One call, so that two threads do not mix their messages.
        out.println("E-mail to " + message.to() + "\nSubject: " + message.subject() + "\n\n" + message.text() + "\n");
        out.flush();
    }
}
