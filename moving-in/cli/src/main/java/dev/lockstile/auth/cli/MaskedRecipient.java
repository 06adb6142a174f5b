package dev.lockstile.auth.cli;

/** An address or number of a person as a terminal and its log may show it. */
final class MaskedRecipient {

    private static final int SHOWN = 2;

    private MaskedRecipient() {}

    /** The first letter and the domain of an address; the first three and last two characters of a number. */
    static String of(String recipient) {
        String text = TerminalText.of(recipient.strip());
        int at = text.lastIndexOf('@');
        if (at >= 0) {
            return text.substring(0, Math.min(1, at)) + "***" + text.substring(at);
        }
        return text.length() <= SHOWN + SHOWN + 1
                ? "***"
                : text.substring(0, SHOWN + 1) + "***" + text.substring(text.length() - SHOWN);
    }
}
