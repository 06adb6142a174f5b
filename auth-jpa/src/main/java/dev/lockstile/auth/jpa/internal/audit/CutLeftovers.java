package dev.lockstile.auth.jpa.internal.audit;

import dev.lockstile.auth.event.AuditTrail;
import dev.lockstile.auth.event.AuditTrail.Report.Broken;
import dev.lockstile.auth.event.AuditTrail.Report.Damage;
import dev.lockstile.auth.event.AuditTrail.Report.UnknownKey;
import dev.lockstile.auth.jpa.internal.audit.AuditRows.Row;
import dev.lockstile.auth.jpa.internal.audit.ChainDigests.Proof;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The entries that a cut was to remove and that are still there. A cut removes the oldest first, so that what it left
 * is a run of genuine entries that ends where the cut ends.
 */
final class CutLeftovers {

    private static final int PAGE = 200;

    private final ChainCheck.Database database;
    private final ChainDigests links;
    private final AuditTrail.Head base;
    private @Nullable Row last;

    CutLeftovers(ChainCheck.Database database, ChainDigests links, AuditTrail.Head base) {
        this.database = database;
        this.links = links;
        this.base = base;
    }

    /** Reads them page by page; returns what is wrong with the first that is no such entry. */
    Optional<AuditTrail.Report> check() {
        for (List<Row> page = after(0);
                !page.isEmpty();
                page = after(page.get(page.size() - 1).number())) {
            for (Row row : page) {
                AuditTrail.Report wrong = wrong(row);
                if (wrong != null) {
                    return Optional.of(wrong);
                }
                last = row;
            }
        }
        Row end = last;
        if (end == null || isCutEnd(end) || isRemoved(end)) {
            return Optional.empty();
        }
        return Optional.of(new Broken(end.number(), Damage.CHANGED));
    }

    private boolean isCutEnd(Row row) {
        return row.number() == base.entries() && ChainDigests.same(row.digest(), base.digest());
    }

    private List<Row> after(long number) {
        return database.work(rows -> rows.after(number, PAGE)).stream()
                .filter(row -> row.number() <= base.entries())
                .toList();
    }

    private AuditTrail.@Nullable Report wrong(Row row) {
        Row before = last;
        if (before != null && row.number() != before.number() + 1) {
            if (!isRemoved(before)) {
                return new Broken(before.number(), Damage.CHANGED);
            }
            before = null;
        }
        if (before == null && row.number() != 1) {
            return null; // what it follows was removed, and what follows it proves its digest
        }
        Proof proof = links.proof(row.number(), before == null ? "" : before.digest(), row);
        if (proof instanceof Proof.UnknownKey unknown) {
            return new UnknownKey(row.number(), unknown.id());
        }
        return proof instanceof Proof.Bad ? new Broken(row.number(), Damage.CHANGED) : null;
    }

    /** True for an entry that a cut has removed since it was read. */
    private boolean isRemoved(Row row) {
        return database.work(rows -> rows.after(row.number() - 1, 1)).stream()
                .noneMatch(found -> found.number() == row.number());
    }
}
