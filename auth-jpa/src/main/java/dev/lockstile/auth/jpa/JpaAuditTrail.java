package dev.lockstile.auth.jpa;

import dev.lockstile.auth.SetupCheck;
import dev.lockstile.auth.event.AuditReport;
import dev.lockstile.auth.event.AuditTrail;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.jpa.internal.audit.AuditChain;
import java.util.List;

/**
 * The audit trail in two tables of the library's own. Each entry is written in a transaction of its own after the one in
 * which it happened and before the answer: a crash in between loses the entry, never the change.
 *
 * <p>Entries of all nodes follow each other in one chain, so writing one waits for the one before: some hundred per
 * second. From {@link JpaAuthStore#auditTrail}.
 */
public final class JpaAuditTrail implements AuditTrail, SetupCheck {

    private final AuditChain chain;
    private final SetupCheck tables;

    JpaAuditTrail(AuditChain chain, SetupCheck tables) {
        this.chain = chain;
        this.tables = tables;
    }

    /** Missing tables of the trail. */
    @Override
    public List<String> setupProblems() {
        return tables.setupProblems();
    }

    @Override
    public void on(AuthEvent event) {
        chain.append(event);
    }

    @Override
    public AuditReport verify() {
        return chain.verify();
    }
}
