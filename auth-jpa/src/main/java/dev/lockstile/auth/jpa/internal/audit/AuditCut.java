package dev.lockstile.auth.jpa.internal.audit;

import dev.lockstile.auth.event.AuditTrail;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The entry that tells of a cut: up to which entry, and with which digest, the beginning was removed. It lies behind
 * what was removed, so that a check that goes on from there comes by it.
 */
final class AuditCut {

    /** The name of the entry. */
    static final String NAME = "sys_audit_cut";

    private static final String DETAIL = "cut up to ";

    private AuditCut() {}

    static AuditEntry entry(AuditTrail.Head upTo, Instant now) {
        return new AuditEntry(now.truncatedTo(ChronoUnit.MICROS), NAME, true, null, null, DETAIL + upTo, null);
    }

    /** What the entry says was removed; empty for an entry that says nothing of the kind, or lies before it. */
    static Optional<AuditTrail.Head> read(AuditRows.Row row) {
        String detail = row.entry().detail();
        if (!row.entry().name().equals(NAME) || detail == null || !detail.startsWith(DETAIL)) {
            return Optional.empty();
        }
        try {
            return Optional.of(AuditTrail.Head.parse(detail.substring(DETAIL.length())))
                    .filter(head -> head.entries() < row.number());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
