package dev.lockstile.auth.email;

import java.io.PrintStream;

/**
 * Prints e-mails instead of sending them.
 *
 * <p><strong>For development only.</strong> It prints one-time codes, links and addresses in plain text: a reader of
 * the process's output can sign in to every account. Never use it in production.
 */
public final class ConsoleEmailSender implements EmailSender {

    private final PrintStream out;

    /** Creates a sender that prints to {@link System#out}. */
    public ConsoleEmailSender() {
        this(System.out);
    }

    /**
     * Creates a sender that prints to the given stream.
     *
     * @param out the stream, which is not closed
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
