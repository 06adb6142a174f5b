package dev.lockstile.auth.admin;

import java.util.List;

/**
 * How often something happened on each of the last days, for a chart.
 *
 * @param kind what happened
 * @param counts one for each day, the first day first
 * @param marked how many of them ended in the way that {@link Kind} names; as many as there are counts
 */
public record DailyCounts(Kind kind, List<Long> counts, List<Long> marked) {

    /**
     * Copies the lists.
     *
     * @param kind what happened
     * @param counts one for each day, the first day first
     * @param marked how many of them ended in the way that {@link Kind} names
     * @throws IllegalArgumentException when the lists differ in length
     */
    public DailyCounts {
        counts = List.copyOf(counts);
        marked = List.copyOf(marked);
        if (counts.size() != marked.size()) {
            throw new IllegalArgumentException("as many marked days as days");
        }
    }

    /** What is counted. */
    public enum Kind {
        /** Accounts opened; none is marked. Where the host keeps a table of events. */
        SIGN_UPS,
        /** Accounts that signed in, each once a day; none is marked. Where the host keeps a table of events. */
        ACTIVE,
        /** Attempts to sign in; the refused ones are marked. Where the host keeps a table of events. */
        SIGN_INS,
        /** Codes and links made; the used ones are marked. */
        CODES,
        /** E-mails handed to a provider; the failed ones are marked. */
        EMAILS,
        /** Text messages handed to a provider; the failed ones are marked. */
        TEXT_MESSAGES
    }
}
