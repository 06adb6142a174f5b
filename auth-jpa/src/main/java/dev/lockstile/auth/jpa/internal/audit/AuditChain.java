package dev.lockstile.auth.jpa.internal.audit;

import dev.lockstile.auth.event.AuditReport;
import dev.lockstile.auth.event.AuditReport.Damage;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.jpa.internal.audit.AuditRows.Head;
import dev.lockstile.auth.jpa.internal.audit.AuditRows.Row;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Adds entries to the chain, and checks it. */
public final class AuditChain {

    private static final int PAGE = 200;

    private final EntityManagerFactory emf;
    private final String table;
    private final Links links;

    /** @param key 32 bytes or more, kept outside the database */
    public AuditChain(EntityManagerFactory emf, String table, byte[] key) {
        if (!table.matches("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*){0,2}")) {
            throw new IllegalArgumentException("not the name of a table: " + table);
        }
        this.emf = emf;
        this.table = table;
        this.links = new Links(key);
    }

    /** Adds an entry in a transaction of its own, behind whatever another node is adding. */
    public void append(AuthEvent event) {
        Entry entry = Entry.of(event);
        work(rows -> {
            Head end = rows.lockHead();
            long number = end.number() + 1;
            String digest = links.entry(number, end.last(), entry);
            rows.insert(new Row(number, entry, digest));
            rows.moveHead(new Head(number, digest, links.head(number, digest)));
            return number;
        });
    }

    /** Checks page by page, each in a short transaction, up to an end that no longer moves. */
    public AuditReport verify() {
        if (work(AuditRows::hasStrays)) {
            return new AuditReport.Broken(0, Damage.CHANGED);
        }
        Walk walk = new Walk(0, "");
        while (true) {
            Walk from = walk;
            Page page = work(rows -> new Page(rows.head(), rows.after(from.number(), PAGE)));
            Step step = step(from, page);
            if (step.report() != null) {
                return step.report();
            }
            walk = step.walk();
        }
    }

    private Step step(Walk from, Page page) {
        Head end = page.end();
        if (end.number() > 0 && !Links.same(end.digest(), links.head(end.number(), end.last()))) {
            return Step.end(new AuditReport.Broken(end.number(), Damage.END_CHANGED));
        }
        Walk walk = from;
        for (Row row : page.rows()) {
            long number = walk.number() + 1;
            if (row.number() != number) {
                return Step.end(new AuditReport.Broken(number, Damage.MISSING));
            }
            if (number > end.number()) {
                // the head was read first: what came since is looked at with the next page
                return walk.number() > from.number() ? Step.on(walk) : beyond(walk, end);
            }
            if (!Links.same(row.digest(), links.entry(number, walk.last(), row.entry()))) {
                return Step.end(new AuditReport.Broken(number, Damage.CHANGED));
            }
            walk = new Walk(number, row.digest());
        }
        return page.rows().size() == PAGE ? Step.on(walk) : ended(walk, end);
    }

    /** An entry behind the end: one that is being added now moves the end with it. */
    private Step beyond(Walk walk, Head end) {
        Head now = work(AuditRows::head);
        return now.number() > end.number()
                ? Step.on(walk)
                : Step.end(new AuditReport.Broken(walk.number() + 1, Damage.BEYOND_END));
    }

    private static Step ended(Walk walk, Head end) {
        boolean whole = walk.number() == end.number() && Links.same(walk.last(), end.last());
        return Step.end(
                whole
                        ? new AuditReport.Intact(walk.number(), walk.last())
                        : new AuditReport.Broken(walk.number() + 1, Damage.END_CHANGED));
    }

    private <R> R work(Work<R> work) {
        return emf.callInTransaction(em ->
                em.unwrap(Session.class).doReturningWork(connection -> work.on(new AuditRows(connection, table))));
    }

    @FunctionalInterface
    private interface Work<R> {
        R on(AuditRows rows) throws SQLException;
    }

    private record Walk(long number, String last) {}

    private record Page(Head end, List<Row> rows) {}

    /** Where the check stands: on its way, or at its end. */
    private record Step(Walk walk, @Nullable AuditReport report) {

        static Step on(Walk walk) {
            return new Step(walk, null);
        }

        static Step end(AuditReport report) {
            return new Step(new Walk(0, ""), report);
        }
    }
}
