package dev.lockstile.auth.imports.content;

import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.mapping.Masked;
import dev.lockstile.auth.imports.report.VerifiedRows;
import dev.lockstile.auth.imports.report.VerifyReport.Difference;
import dev.lockstile.auth.imports.source.Source;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Compares imported content with its source, column by column: the database decides whether a column has the value that
 * the mapping gives it now. Nothing is written. A row that was changed in the target differs; a row whose owner's
 * account was deleted or merged since is not compared.
 */
public final class ContentVerification {

    private static final int PAGE = 500;

    private final ContentTarget target;
    private final ContentMapping mapping;
    private final ContentSystem system;

    /**
     * Creates a comparison of one table.
     *
     * @param target the host
     * @param mapping that of the runs
     * @param system name of the source system in the ledger of accounts; null for the only one
     * @throws IllegalArgumentException when no accounts of the system were imported
     */
    public ContentVerification(ContentTarget target, ContentMapping mapping, @Nullable String system) {
        this.target = target;
        this.mapping = mapping;
        this.system = ContentSystem.of(target.store(), system);
    }

    /**
     * Compares all rows of the source.
     *
     * @param source closed by the caller
     * @param told receives each column that differs, and each row that is gone; elements of lists are masked
     * @return the number of rows with each outcome, without checksums
     * @throws dev.lockstile.auth.imports.source.SourceUnusableException when the source lacks what the mapping names,
     *     or stops responding
     * @throws Ledger.MissingException when the host has no ledger
     * @throws IllegalArgumentException when the host's table does not fit the mapping
     */
    public VerifiedRows run(Source source, Consumer<Difference> told) {
        if (!target.store().read(tx -> tx.legacy().isMapped())) {
            throw new Ledger.MissingException();
        }
        AtomicReference<RowWriter> made = new AtomicReference<>();
        use(connection ->
                made.set(RowWriter.of(HostTable.of(connection, mapping.into().table()), mapping)));
        RowWriter writer = Objects.requireNonNull(made.get());
        ContentPlanner planner = new ContentPlanner(target.store(), mapping, system, writer.mapped(), file -> {});
        Ledger ledger = new Ledger(system.contentName(), Ledger.ONE_BY_ONE);
        Found found = new Found(new TreeMap<>(), new TreeMap<>(), told);
        new ContentPages(source, mapping).each(PAGE, page -> {
            List<ContentPlanner.ComparableRow> rows = planner.comparable(page, ledger);
            use(connection -> compare(connection, rows, writer, found));
        });
        return new VerifiedRows(found.outcomes(), found.differing(), Map.of());
    }

    private void use(ContentTarget.Work work) {
        target.store().read(tx -> {
            target.rows().use(work);
            return true;
        });
    }

    /** The counts so far. */
    private record Found(Map<String, Long> outcomes, Map<String, Long> differing, Consumer<Difference> told) {

        void outcome(String outcome) {
            outcomes.merge(outcome, 1L, Long::sum);
        }

        void differs(String entity, String key, String column, String detail) {
            differing.merge(column, 1L, Long::sum);
            told.accept(new Difference(entity, key, column, detail));
        }
    }

    private void compare(Connection connection, List<ContentPlanner.ComparableRow> rows, RowWriter writer, Found found)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(writer.table().compare(writer.mapped(), writer.key()))) {
            for (ContentPlanner.ComparableRow row : rows) {
                found.outcome(outcome(select, row, writer, found));
            }
        }
    }

    private String outcome(PreparedStatement select, ContentPlanner.ComparableRow row, RowWriter writer, Found found)
            throws SQLException {
        if (row.entry() == null) {
            return VerifiedRows.NOT_IN_TARGET;
        }
        if (!row.entry().origin().fingerprint().equals(row.row().row().fingerprint())) {
            return VerifiedRows.CHANGED_AT_SOURCE;
        }
        if (row.values() == null || row.entry().localRef() == null) {
            return VerifiedRows.USED_AT_TARGET;
        }
        List<HostColumn> bound = new ArrayList<>(writer.mapped());
        bound.addAll(writer.key());
        List<@Nullable Object> values = new ArrayList<>(row.values());
        values.addAll(ContentRollback.values(writer.key(), row.entry().localRef()));
        RowWriter.bind(select, bound, values);
        try (ResultSet stored = select.executeQuery()) {
            if (!stored.next()) {
                found.differs(mapping.name(), key(row.row()), Difference.ROW, "missing here");
                return VerifiedRows.GONE;
            }
            return columns(stored, row.row(), writer.mapped(), found) ? VerifiedRows.EQUAL : VerifiedRows.DIFFERS;
        }
    }

    private boolean columns(ResultSet stored, ContentRow row, List<HostColumn> columns, Found found)
            throws SQLException {
        boolean equal = true;
        for (int i = 0; i < columns.size(); i++) {
            if (stored.getInt(i + 1) == 0) {
                equal = false;
                found.differs(
                        mapping.name(),
                        key(row),
                        HostColumn.lower(columns.get(i).name()),
                        "another value");
            }
        }
        return equal;
    }

    /** Masks an element of a list, which may be personal data. */
    private static String key(ContentRow row) {
        String whole = row.row().key().toString();
        return row.each() == null
                ? whole
                : whole + ':' + Masked.text(row.legacyId().substring(whole.length() + 1));
    }
}
