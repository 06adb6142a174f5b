package dev.lockstile.auth.jpa.internal.audit;

import dev.lockstile.auth.SymmetricKeys;
import dev.lockstile.auth.event.AuditFailedException;
import dev.lockstile.auth.event.AuditRecords;
import dev.lockstile.auth.event.AuditTrail;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.jpa.internal.audit.AuditRows.Head;
import dev.lockstile.auth.jpa.internal.audit.AuditRows.Row;
import dev.lockstile.auth.jpa.internal.audit.ChainDigests.Proof;
import dev.lockstile.auth.jpa.internal.sql.TableNames;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Adds entries to the chain. Nothing is added behind an end that is not authentic: that would make it so. */
public final class AuditChain {

    private static final int BATCH = 1000;

    private final EntityManagerFactory emf;
    private final String table;
    private final ChainDigests links;
    private final AuditBase base;
    private final AtomicReference<@Nullable Head> seen = new AtomicReference<>();

    /** @param keys kept outside the database */
    public AuditChain(EntityManagerFactory emf, String table, SymmetricKeys keys) {
        this.emf = emf;
        this.table = TableNames.qualified(emf, table);
        this.links = new ChainDigests(keys);
        this.base = new AuditBase(links);
    }

    /**
     * Adds an entry in a transaction of its own, behind whatever another node is adding.
     *
     * @throws AuditFailedException when the end is not authentic, and nothing was added; or when the end stood further
     *     back than this node has seen it before, and the entry was added
     */
    public AuditTrail.Head append(AuthEvent event) {
        return append(AuditEntry.of(event));
    }

    private AuditTrail.Head append(AuditEntry entry) {
        Head before = seen.get(); // read first: what others add meanwhile is no step back
        Moved moved = work(rows -> {
            Head end = authentic(rows.lockHead());
            long number = end.number() + 1;
            String digest = links.entry(number, end.last(), entry);
            rows.insert(new Row(number, entry, digest));
            Head next = new Head(number, digest, links.head(number, digest));
            rows.moveHead(next);
            return new Moved(end, next);
        });
        seen.updateAndGet(last -> later(last, moved.to()));
        if (before != null && isSetBack(before, moved.from())) {
            seen.set(moved.to());
            throw new AuditFailedException("the audit trail was set back: it ended with entry "
                    + moved.from().number() + " after it had ended with entry " + before.number());
        }
        return new AuditTrail.Head(moved.to().number(), moved.to().last());
    }

    /** A page of the entries that no cut has removed. */
    public AuditRecords.Page page(AuditRecords.Query query) {
        return work(rows -> new AuditPages(rows.connection(), table).page(query, base.read(rows)));
    }

    /** The entries as lines of JSON. */
    public AuditTrail.Head export(@Nullable Instant before, Consumer<String> line) {
        AuditTrail.Head begin = work(base::read); // read before the end, so that no cut passes the end
        return new AuditExport(this::work, links, begin, head()).run(before, line);
    }

    /** Adds the entry that tells of the cut, and then removes what lies before it, some at a time. */
    public long cut(AuditTrail.Head upTo, Instant now) {
        AuditTrail.Head begin = work(base::read);
        if (upTo.entries() < 1) {
            return 0;
        }
        if (!begin.equals(upTo)) {
            boolean goesThrough = upTo.entries() > begin.entries()
                    && work(rows -> rows.after(upTo.entries() - 1, 1)).stream()
                            .anyMatch(row ->
                                    row.number() == upTo.entries() && ChainDigests.same(row.digest(), upTo.digest()));
            if (!goesThrough) {
                throw new AuditFailedException("the audit trail does not go through " + upTo + ": nothing was removed");
            }
            append(AuditCut.entry(upTo, now));
        }
        long removed = 0;
        int some = 1;
        while (some > 0) {
            some = work(rows -> rows.removeUpTo(upTo.entries(), BATCH));
            removed += some;
        }
        return removed;
    }

    /** How far the chain has come. */
    public AuditTrail.Head head() {
        Head end = authentic(work(AuditRows::head));
        return new AuditTrail.Head(end.number(), end.last());
    }

    /** Makes the end of an empty chain authentic; false when the chain was begun before. */
    public boolean begin() {
        return work(rows -> {
            Head end = rows.lockHead();
            if (!end.isBare()) {
                authentic(end);
                return false;
            }
            if (rows.hasAny()) {
                throw new AuditFailedException("there are entries, but the record of their end is empty");
            }
            rows.moveHead(new Head(0, "", links.head(0, "")));
            return true;
        });
    }

    /** Checks page by page, each in a short transaction, up to an end that no longer moves. */
    public AuditTrail.Report verify(List<AuditTrail.Head> expected) {
        return new ChainCheck(this::work, links, expected).run();
    }

    private Head authentic(Head end) {
        if (end.isBare()) {
            throw new AuditFailedException(
                    "the audit trail was not begun (manage audit-begin does it once), or it was emptied");
        }
        Proof proof = links.proof(end);
        if (proof instanceof Proof.UnknownKey unknown) {
            throw new AuditFailedException("the end of the audit trail was written with the key " + unknown.id()
                    + ", which is not known here");
        }
        if (proof instanceof Proof.Bad) {
            throw new AuditFailedException("the record of the end of the audit trail was changed");
        }
        return end;
    }

    private static Head later(@Nullable Head last, Head to) {
        return last == null || to.number() > last.number() ? to : last;
    }

    /** An end is read while it is held, so it is never older than what this node saw committed. */
    private static boolean isSetBack(Head before, Head now) {
        return now.number() < before.number()
                || now.number() == before.number() && !ChainDigests.same(now.last(), before.last());
    }

    private <R> R work(Work<R> work) {
        return emf.callInTransaction(em ->
                em.unwrap(Session.class).doReturningWork(connection -> work.on(new AuditRows(connection, table))));
    }

    /** What is done with the rows in one transaction. */
    @FunctionalInterface
    interface Work<R> {
        R on(AuditRows rows) throws SQLException;
    }

    private record Moved(Head from, Head to) {}
}
