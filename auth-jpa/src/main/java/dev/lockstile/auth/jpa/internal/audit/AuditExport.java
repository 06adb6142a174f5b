package dev.lockstile.auth.jpa.internal.audit;

import dev.lockstile.auth.event.AuditFailedException;
import dev.lockstile.auth.event.AuditTrail;
import dev.lockstile.auth.jpa.internal.audit.AuditRows.Row;
import dev.lockstile.auth.jpa.internal.audit.ChainDigests.Proof;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Entries as lines of JSON, each checked before it is given. */
final class AuditExport {

    private static final int PAGE = 200;

    private final ChainCheck.Database database;
    private final ChainDigests links;
    private final AuditTrail.Head base;
    private final AuditTrail.Head end;

    /**
     * @param base where the chain begins
     * @param end how far it has come, found authentic
     */
    AuditExport(ChainCheck.Database database, ChainDigests links, AuditTrail.Head base, AuditTrail.Head end) {
        this.database = database;
        this.links = links;
        this.base = base;
        this.end = end;
    }

    AuditTrail.Head run(@Nullable Instant before, Consumer<String> line) {
        long last =
                before == null ? end.entries() : Math.min(end.entries(), database.work(rows -> rows.before(before)));
        line.accept(first(base));
        AuditTrail.Head walk = base;
        while (walk.entries() < last) {
            long from = walk.entries();
            List<Row> page = database.work(rows -> rows.after(from, (int) Math.min(PAGE, last - from)));
            if (page.isEmpty()) {
                throw new AuditFailedException("entry " + (from + 1) + " of the audit trail is gone");
            }
            for (Row row : page) {
                walk = checked(walk, row);
                line.accept(line(row));
            }
        }
        line.accept(last(walk));
        return walk;
    }

    private AuditTrail.Head checked(AuditTrail.Head walk, Row row) {
        long number = walk.entries() + 1;
        if (row.number() != number) {
            throw new AuditFailedException("entry " + number + " of the audit trail is gone");
        }
        if (!(links.proof(number, walk.digest(), row) instanceof Proof.Good)) {
            throw new AuditFailedException("entry " + number + " of the audit trail is not as it was written");
        }
        return new AuditTrail.Head(number, row.digest());
    }

    private static String first(AuditTrail.Head base) {
        return "{\"begins_after\":" + base.entries() + ",\"digest\":" + JsonLine.text(base.digest()) + "}";
    }

    private String last(AuditTrail.Head head) {
        return "{\"entries\":" + head.entries() + ",\"digest\":" + JsonLine.text(head.digest()) + ",\"proof\":"
                + JsonLine.text(links.export(head.entries(), head.digest())) + "}";
    }

    private static String line(Row row) {
        AuditEntry entry = row.entry();
        return "{\"entry\":" + row.number()
                + ",\"at\":" + JsonLine.text(entry.at().toString())
                + ",\"name\":" + JsonLine.text(entry.name())
                + ",\"succeeded\":" + entry.succeeded()
                + ",\"user\":" + JsonLine.text(entry.userRef())
                + ",\"session\":" + JsonLine.text(entry.sessionRef())
                + ",\"detail\":" + JsonLine.text(entry.detail())
                + ",\"actor\":" + JsonLine.text(entry.actorRef())
                + ",\"digest\":" + JsonLine.text(row.digest()) + "}";
    }
}
