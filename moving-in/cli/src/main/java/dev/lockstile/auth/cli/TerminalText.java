package dev.lockstile.auth.cli;

/** Text of others on its way to a terminal. */
final class TerminalText {

    private TerminalText() {}

    /** The same, moving no cursor. */
    static String of(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    }
}
