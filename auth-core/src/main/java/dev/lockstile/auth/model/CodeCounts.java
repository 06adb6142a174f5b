package dev.lockstile.auth.model;

/**
 * One-time codes and links in figures.
 *
 * @param total codes that the store still holds
 * @param today those of them that were made since the day began
 * @param verified those that somebody used
 * @param expired those that ran out unused
 */
public record CodeCounts(long total, long today, long verified, long expired) {

    /** No code at all. */
    public static final CodeCounts NONE = new CodeCounts(0, 0, 0, 0);

    /**
     * {@return the figures of both together}
     *
     * @param other added figure by figure
     */
    public CodeCounts plus(CodeCounts other) {
        return new CodeCounts(
                total + other.total, today + other.today, verified + other.verified, expired + other.expired);
    }
}
