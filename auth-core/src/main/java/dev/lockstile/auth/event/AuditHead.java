package dev.lockstile.auth.event;

/**
 * How far an {@link AuditTrail} has come. Kept outside the database it shows later that the trail still goes through this
 * point: that it was neither set back nor written anew. It is no secret.
 *
 * @param entries how many there are
 * @param digest of the last one; empty when there is none
 */
public record AuditHead(long entries, String digest) {

    /**
     * Reads {@code 7:DIGEST}.
     *
     * @param text as {@link #toString()} gives it
     * @return the head that the text names
     * @throws IllegalArgumentException for any other text
     */
    public static AuditHead parse(String text) {
        int colon = text.indexOf(':');
        try {
            return new AuditHead(Long.parseLong(text.substring(0, Math.max(0, colon))), text.substring(colon + 1));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not the head of an audit trail, such as 7:DIGEST: " + text, e);
        }
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return entries + ":" + digest;
    }
}
