package dev.lockstile.auth.jpa;

import dev.lockstile.auth.SetupCheck;
import dev.lockstile.auth.event.AuditRecords;
import dev.lockstile.auth.event.AuditTrail;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.jpa.internal.audit.AuditChain;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit trail in two tables of the library's own. Each entry is written in a transaction of its own after the one
 * in which it happened and before the answer: a crash in between loses the entry, never the change.
 *
 * <p>Entries of all nodes follow each other in one chain, so writing one waits for the one before: some hundred per
 * second. From {@link JpaAuthStore#auditTrail}.
 */
public final class JpaAuditTrail implements AuditTrail, AuditRecords, SetupCheck {

    private static final Logger LOG = LoggerFactory.getLogger(JpaAuditTrail.class);

    private final AuditChain chain;
    private final SetupCheck tables;
    private final int every;
    private final AuditTrail.Heads heads;

    JpaAuditTrail(AuditChain chain, SetupCheck tables) {
        this(chain, tables, Integer.MAX_VALUE, head -> {});
    }

    private JpaAuditTrail(AuditChain chain, SetupCheck tables, int every, AuditTrail.Heads heads) {
        this.chain = chain;
        this.tables = tables;
        this.every = every;
        this.heads = heads;
    }

    /**
     * {@return the same trail, which hands its head out after every so many entries of all nodes together: one node
     * does so for each}
     *
     * @param entries 1 or more
     * @param to told of each head, on the thread that wrote the entry
     */
    public JpaAuditTrail handingOut(int entries, AuditTrail.Heads to) {
        if (entries < 1) {
            throw new IllegalArgumentException("heads are handed out after one entry or more");
        }
        return new JpaAuditTrail(chain, tables, entries, to);
    }

    /** Missing tables of the trail. */
    @Override
    public List<String> setupProblems() {
        return tables.setupProblems();
    }

    /** @throws dev.lockstile.auth.event.AuditFailedException when the trail was found tampered with */
    @Override
    public void on(AuthEvent event) {
        AuditTrail.Head head = chain.append(event);
        if (head.entries() % every == 0) {
            handOut(head);
        }
    }

    private void handOut(AuditTrail.Head head) {
        try {
            heads.keep(head);
        } catch (RuntimeException e) {
            LOG.error("the head of the audit trail was not kept elsewhere: {}", head, e);
        }
    }

    @Override
    public AuditTrail.Report verify(List<AuditTrail.Head> expected) {
        return chain.verify(expected);
    }

    @Override
    public AuditTrail.Head head() {
        return chain.head();
    }

    @Override
    public AuditRecords.Page page(AuditRecords.Query query) {
        return chain.page(query);
    }

    @Override
    public AuditTrail.Head export(@Nullable Instant before, Consumer<String> line) {
        return chain.export(before, line);
    }

    @Override
    public long cut(AuditTrail.Head upTo, Instant now) {
        return chain.cut(upTo, now);
    }

    @Override
    public boolean begin() {
        return chain.begin();
    }
}
