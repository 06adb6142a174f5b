package dev.lockstile.auth.jpa.internal.audit;

import dev.lockstile.auth.event.AuditTrail;
import dev.lockstile.auth.event.AuditTrail.Report.Damage;
import dev.lockstile.auth.jpa.internal.audit.AuditRows.Head;
import dev.lockstile.auth.jpa.internal.audit.AuditRows.Heads;
import dev.lockstile.auth.jpa.internal.audit.AuditRows.Row;
import dev.lockstile.auth.jpa.internal.audit.ChainDigests.Proof;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One reading of the whole chain. */
final class ChainCheck {

    private static final int PAGE = 200;

    private final Database database;
    private final ChainDigests links;
    private final Map<Long, String> expected = new TreeMap<>();
    private boolean contradictory;

    ChainCheck(Database database, ChainDigests links, List<AuditTrail.Head> expected) {
        this.database = database;
        this.links = links;
        for (AuditTrail.Head head : expected) {
            String other = this.expected.putIfAbsent(head.entries(), head.digest());
            contradictory |= other != null && !other.equals(head.digest());
        }
    }

    /** Where the rows are. */
    interface Database {
        <R> R work(AuditChain.Work<R> work);
    }

    AuditTrail.Report run() {
        Heads heads = database.work(AuditRows::heads);
        if (!heads.hasOwn()) {
            return broken(0, Damage.END_MISSING);
        }
        if (heads.count() > 1) {
            return broken(0, Damage.END_TWICE);
        }
        if (database.work(AuditRows::hasStrays)) {
            return broken(0, Damage.CHANGED);
        }
        if (contradictory || !isExpected(0, "")) {
            return broken(0, Damage.SET_BACK);
        }
        AuditTrail.Head base = database.work(ChainCheck::claimed);
        if (!isExpected(base.entries(), base.digest())) {
            return broken(base.entries(), Damage.SET_BACK);
        }
        AuditTrail.Report found =
                new CutLeftovers(database, links, base).check().orElseGet(() -> walk(base));
        if (found instanceof AuditTrail.Report.Intact) {
            refuseRemoved(base);
        }
        return found;
    }

    /** The latest cut that an entry tells of. The walk from there proves that entry. */
    private static AuditTrail.Head claimed(AuditRows rows) throws SQLException {
        return rows.cuts().stream()
                .flatMap(row -> AuditCut.read(row).stream())
                .findFirst()
                .orElse(new AuditTrail.Head(0, ""));
    }

    /** Nothing is left to compare such a head with. */
    private void refuseRemoved(AuditTrail.Head base) {
        expected.keySet().stream()
                .filter(number -> number > 0 && number < base.entries())
                .findFirst()
                .ifPresent(number -> {
                    throw new IllegalArgumentException("the entries up to entry " + base.entries()
                            + " were sealed and removed: compare the head of entry " + number
                            + " with the file they went into");
                });
    }

    private AuditTrail.Report walk(AuditTrail.Head base) {
        Step step = Step.on(new Walk(base.entries(), base.digest()));
        while (step.report() == null) {
            Walk from = step.walk();
            Page page = database.work(rows -> new Page(rows.head(), rows.after(from.number(), PAGE)));
            step = step(from, page);
        }
        return step.report();
    }

    private Step step(Walk from, Page page) {
        Head end = page.end();
        if (end.isBare()) {
            return Step.end(broken(0, Damage.NOT_BEGUN));
        }
        if (!(links.proof(end) instanceof Proof.Good)) {
            return Step.end(endReport(end, page));
        }
        Walk walk = from;
        for (Row row : page.rows()) {
            long number = walk.number() + 1;
            if (row.number() != number) {
                return Step.end(broken(number, Damage.MISSING));
            }
            if (number > end.number()) {
                // the head was read first: what came since is looked at with the next page
                return walk.number() > from.number() ? Step.on(walk) : beyond(walk, end);
            }
            AuditTrail.Report wrong = wrong(walk, row);
            if (wrong != null) {
                return Step.end(wrong);
            }
            walk = new Walk(number, row.digest());
        }
        return page.rows().size() == PAGE ? Step.on(walk) : ended(walk, end);
    }

    /** A trail without ids in which the key fits neither the end nor the beginning was written with another key. */
    private AuditTrail.Report endReport(Head end, Page page) {
        if (links.proof(end) instanceof Proof.UnknownKey unknown) {
            return new AuditTrail.Report.UnknownKey(0, unknown.id());
        }
        boolean named = end.digest().indexOf('.') >= 0;
        boolean strange = !named
                && !page.rows().isEmpty()
                && page.rows().get(0).number() == 1
                && links.proof(1, "", page.rows().get(0)) instanceof Proof.Bad;
        return strange ? new AuditTrail.Report.UnknownKey(1, "") : broken(end.number(), Damage.END_CHANGED);
    }

    private AuditTrail.@Nullable Report wrong(Walk before, Row row) {
        Proof proof = links.proof(row.number(), before.last(), row);
        if (proof instanceof Proof.UnknownKey unknown) {
            return new AuditTrail.Report.UnknownKey(row.number(), unknown.id());
        }
        if (proof instanceof Proof.Bad) {
            return broken(row.number(), Damage.CHANGED);
        }
        return isExpected(row.number(), row.digest()) ? null : broken(row.number(), Damage.SET_BACK);
    }

    private boolean isExpected(long number, String digest) {
        String kept = expected.get(number);
        return kept == null || ChainDigests.same(kept, digest);
    }

    /** An entry behind the end: one that is being added now moves the end with it. */
    private Step beyond(Walk walk, Head end) {
        Head now = database.work(AuditRows::head);
        return now.number() > end.number() ? Step.on(walk) : Step.end(broken(walk.number() + 1, Damage.BEYOND_END));
    }

    private Step ended(Walk walk, Head end) {
        if (walk.number() != end.number() || !ChainDigests.same(walk.last(), end.last())) {
            return Step.end(broken(walk.number() + 1, Damage.END_CHANGED));
        }
        return Step.end(expected.keySet().stream()
                .filter(number -> number > walk.number() || number < 0)
                .findFirst()
                .<AuditTrail.Report>map(number -> broken(number, Damage.SET_BACK))
                .orElseGet(() -> new AuditTrail.Report.Intact(walk.number(), walk.last())));
    }

    private static AuditTrail.Report broken(long entry, Damage damage) {
        return new AuditTrail.Report.Broken(entry, damage);
    }

    private record Walk(long number, String last) {}

    private record Page(Head end, List<Row> rows) {}

    /** Where the check stands: on its way, or at its end. */
    private record Step(Walk walk, AuditTrail.@Nullable Report report) {

        static Step on(Walk walk) {
            return new Step(walk, null);
        }

        static Step end(AuditTrail.Report report) {
            return new Step(new Walk(0, ""), report);
        }
    }
}
