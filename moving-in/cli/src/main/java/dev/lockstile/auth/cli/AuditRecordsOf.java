package dev.lockstile.auth.cli;

import dev.lockstile.auth.event.AuditRecords;

/** The entries of the host's audit trail. */
final class AuditRecordsOf {

    private AuditRecordsOf() {}

    static AuditRecords host(ManagedHost host) {
        if (host.auditTrail() instanceof AuditRecords records) {
            return records;
        }
        throw new IllegalArgumentException("the audit trail of this host cannot be read: it is no AuditRecords");
    }
}
