package dev.lockstile.auth.event;

import java.util.List;

/**
 * A record of what happened that shows when somebody has tampered with it. Given to the builder as its {@code audit}.
 *
 * <p>Each entry carries a keyed digest over itself and the one before (HMAC-SHA-256), and a head carries one over the
 * number of entries. The key lies outside the database, so whoever can write to the database, but has not the key, can
 * change, remove, insert or reorder no entry unseen, nor cut off the end, nor empty the whole. What this cannot show by
 * itself is a database that was set back to an earlier state: for that, keep {@linkplain AuditHead heads} elsewhere.
 */
public interface AuditTrail extends AuthListener {

    /**
     * Reads the whole trail and checks it. Takes no lock: entries may be added meanwhile.
     *
     * @return what the check found
     */
    default AuditReport verify() {
        return verify(List.of());
    }

    /**
     * The same, and that it still goes through these points.
     *
     * @param expected heads that were kept outside the database, in any order
     * @return what the check found
     */
    AuditReport verify(List<AuditHead> expected);

    /**
     * {@return how far it has come, to be kept outside the database}
     *
     * @throws AuditFailedException when its end is not authentic
     */
    AuditHead head();

    /**
     * Begins the trail in tables that are empty, once and by hand: an application that did so at every start would begin
     * it anew after somebody has emptied it. Nothing is written into a trail that was not begun.
     *
     * @return false when it was begun before
     * @throws AuditFailedException when the tables are not those of an empty trail
     */
    boolean begin();
}
