package dev.lockstile.auth.event;

/**
 * A record of what happened that shows when somebody has tampered with it. Given to the builder as its {@code audit}.
 *
 * <p>Each entry carries a keyed digest over itself and the one before (HMAC-SHA-256), and a head carries one over the
 * number of entries. The key lies outside the database, so whoever can write to the database, but has not the key, can
 * change, remove, insert or reorder no entry unseen, nor cut off the end. What this cannot show by itself is a database
 * that was set back as a whole to an earlier state: for that, note the {@linkplain AuditReport.Intact report} elsewhere.
 */
public interface AuditTrail extends AuthListener {

    /** Reads the whole trail and checks it. Takes no lock: entries may be added meanwhile. */
    AuditReport verify();
}
