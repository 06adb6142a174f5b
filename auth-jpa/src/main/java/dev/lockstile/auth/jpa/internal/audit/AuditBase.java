package dev.lockstile.auth.jpa.internal.audit;

import dev.lockstile.auth.event.AuditTrail;
import dev.lockstile.auth.jpa.internal.audit.AuditRows.Row;
import dev.lockstile.auth.jpa.internal.audit.ChainDigests.Proof;
import java.sql.SQLException;
import java.util.Optional;

/** Where the chain begins: behind the latest cut whose entry has the digest of this place in the chain. */
record AuditBase(ChainDigests links) {

    /** Reads the head of what was cut; empty, with 0 entries, where no entry proves a cut. */
    AuditTrail.Head read(AuditRows rows) throws SQLException {
        for (Row row : rows.cuts()) {
            Optional<AuditTrail.Head> cut = AuditCut.read(row);
            if (cut.isPresent() && links.proof(row.number(), before(rows, row, cut.get()), row) instanceof Proof.Good) {
                return cut.get();
            }
        }
        return new AuditTrail.Head(0, "");
    }

    private static String before(AuditRows rows, Row row, AuditTrail.Head cut) throws SQLException {
        long number = row.number() - 1;
        return number == cut.entries()
                ? cut.digest()
                : rows.after(number - 1, 1).stream()
                        .filter(found -> found.number() == number)
                        .map(Row::digest)
                        .findFirst()
                        .orElse("");
    }
}
