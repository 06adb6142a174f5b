package dev.lockstile.auth.admin;

import java.util.List;

/**
 * Counts of the last days, for a chart.
 *
 * @param kind what is counted
 * @param counts a count per day, the first day first
 * @param marked how many of them have the result that {@link Kind} names; the same number of days
 */
public record DailyCounts(Kind kind, List<Long> counts, List<Long> marked) {

    /**
     * Copies the lists.
     *
     * @param kind what is counted
     * @param counts a count per day, the first day first
     * @param marked how many of them have the result that {@link Kind} names
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
        /** Accounts opened; none is marked. Requires a table of events. */
        SIGN_UPS,
        /** Accounts that signed in, each once a day; none is marked. Requires a table of events. */
        ACTIVE,
        /** Attempts to sign in; the refused ones are marked. Requires a table of events. */
        SIGN_INS,
        /** Issued codes and links; the used ones are marked. */
        CODES,
        /** E-mails passed to a provider; the failed ones are marked. */
        EMAILS,
        /** Text messages passed to a provider; the failed ones are marked. */
        TEXT_MESSAGES
    }
}
