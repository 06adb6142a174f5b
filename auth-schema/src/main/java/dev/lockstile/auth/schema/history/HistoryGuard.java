package dev.lockstile.auth.schema.history;

import dev.lockstile.auth.schema.changelog.ChangelogFiles;
import dev.lockstile.auth.schema.changelog.ChangelogScan;
import dev.lockstile.auth.schema.changelog.ChangelogScanner;
import dev.lockstile.auth.schema.internal.history.RanRow;
import dev.lockstile.auth.schema.internal.history.RanRows;
import dev.lockstile.auth.schema.internal.liquibase.CurrentSchema;
import dev.lockstile.auth.schema.report.Finding;
import dev.lockstile.auth.schema.report.SchemaException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Guards the history of a schema: every change set that ran is still there, unedited and under its old path, and every
 * class and file that history names is still there, whether it was needed lately or not. Liquibase's own
 * {@code validate} tells none of this reliably: before 5.0.2 it fails on the first missing class without naming the
 * rest, and from then on it passes over it and the update dies half-way.
 *
 * <p>It reads: the changelog as text first, the rows of {@code DATABASECHANGELOG} next, and the checksums last. It runs
 * no change set, no code of the classes it looks at, and writes nothing. Call it in a test of the host (no database
 * needed), at start-up and in {@code manage check}. Safe for use by many threads.
 */
public final class HistoryGuard {

    /** Findings after which Liquibase cannot be asked for checksums. */
    private static final Set<String> UNPARSABLE = Set.of("HG-01", "HG-02", "HG-03", "HG-04", "HG-05", "HG-08", "HG-09");

    private final HistoryGuardBuilder settings;
    private final ChangelogFiles files;
    private final ClassCheck classes;

    HistoryGuard(HistoryGuardBuilder settings) {
        this.settings = settings;
        this.files = new ChangelogFiles(settings.files());
        this.classes = new ClassCheck(settings.classes());
    }

    /**
     * {@return a builder for the guard of a changelog}
     *
     * @param changelog its path on the class path, as Liquibase is given it
     */
    public static HistoryGuardBuilder builder(String changelog) {
        return new HistoryGuardBuilder(changelog);
    }

    /** {@return what the files and classes tell, without a database: for a test of the host} */
    public Report inspect() {
        return new Report(withoutDatabase(scan()), false);
    }

    /**
     * {@return what the files, the classes and that database tell}
     *
     * @param database only read
     * @throws SchemaException when the database cannot be read
     */
    public Report inspect(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return inspect(connection);
        } catch (SQLException e) {
            throw new SchemaException("the database cannot be reached", e);
        }
    }

    /**
     * {@return the same on a connection that is open already; it stays open}
     *
     * @param connection of that database
     */
    public Report inspect(Connection connection) {
        return read(() -> {
            CurrentSchema.requireFolded(connection);
            return report(scan(), RanRows.of(connection), connection);
        });
    }

    /**
     * Inspects before and after a wait for other processes, which may have migrated meanwhile. After it the checksums
     * are compared again only where the files or the rows of the history are other ones than before.
     *
     * @param <T> what the wait gives
     * @param connection of that database; it stays open
     * @param wait runs between the two
     * @return what the wait gives
     * @throws HistoryException when history does not hold before or after
     * @throws Exception what the wait throws
     */
    public <T> T aroundWait(Connection connection, Callable<T> wait) throws Exception {
        ChangelogScan scanned = scan();
        List<RanRow> rows = read(() -> RanRows.of(connection));
        read(() -> report(scanned, rows, connection)).orThrow();
        T given = wait.call();
        ChangelogScan scannedAgain = scan();
        List<RanRow> rowsAfter = read(() -> RanRows.of(connection));
        boolean isSame = scannedAgain.equals(scanned) && rowsAfter.equals(rows);
        Report after = read(() -> isSame
                ? new Report(withoutChecksums(scannedAgain, rowsAfter, connection), false)
                : report(scannedAgain, rowsAfter, connection));
        after.orThrow();
        return given;
    }

    /**
     * {@return a digest of all that decides what a run of the changelog does} Empty where nothing ran yet, where
     * history does not hold, and where the host's files name a precondition, {@code runAlways} or a class of the
     * host's.
     *
     * @param connection of that database; it stays open
     */
    public Optional<String> digest(Connection connection) {
        return read(() -> {
            List<RanRow> rows = RanRows.of(connection);
            if (rows.isEmpty()) {
                return Optional.empty();
            }
            ChangelogScan scanned = scan();
            return withoutChecksums(scanned, rows, connection).isEmpty()
                    ? HistoryDigest.of(scanned, files, settings.parameters(), rows)
                    : Optional.empty();
        });
    }

    private Report report(ChangelogScan scan, List<RanRow> rows, Connection connection) throws Exception {
        List<Finding> findings = new ArrayList<>(withoutChecksums(scan, rows, connection));
        boolean parses = findings.stream().map(Finding::id).noneMatch(UNPARSABLE::contains);
        if (parses) {
            List<Finding> edited = Checksums.edited(settings.parsed(), connection, rows);
            findings.addAll(
                    edited.isEmpty()
                            ? edited
                            : new ChangedParameters(settings.parsed(), connection, rows).tell(edited));
        }
        return new Report(findings, parses);
    }

    private List<Finding> withoutChecksums(ChangelogScan scan, List<RanRow> rows, Connection connection)
            throws SQLException {
        List<Finding> findings = new ArrayList<>(withoutDatabase(scan));
        findings.addAll(DatabaseChecks.of(scan, rows, settings::isForeign));
        findings.addAll(new FlywayChecks(classes, settings.flywayPackages()).of(connection));
        return findings;
    }

    private <T> T read(Callable<T> reading) {
        try {
            return reading.call();
        } catch (SchemaException e) {
            throw e;
        } catch (SQLException e) {
            throw new SchemaException("the history of the database cannot be read", e);
        } catch (Exception e) {
            throw new SchemaException(
                    "the changelog " + settings.changelog() + " does not parse: " + e.getMessage(), e);
        }
    }

    /**
     * {@return whether the class of an old name may be removed, with the evidence}
     *
     * @param oldName the class that a shim stands for
     * @param databases every environment that counts, by its name
     */
    public ShimEvidence mayRemove(String oldName, Map<String, DataSource> databases) {
        Map<String, List<RanRow>> rows = new LinkedHashMap<>();
        databases.forEach((name, database) -> rows.put(name, rows(name, database)));
        return ShimEvidence.of(oldName, scan(), rows);
    }

    /** {@return all that history consists of now, to compare with a lock or to add to it} */
    public HistoryLock present() {
        return HistoryLock.of(scan(), files);
    }

    private List<Finding> withoutDatabase(ChangelogScan scan) {
        List<Finding> findings = new ArrayList<>(FileChecks.of(scan, files, classes));
        findings.addAll(new ServiceChecks(settings.classes(), classes).of(settings.services()));
        HistoryLock lock = settings.lock();
        if (lock != null) {
            findings.addAll(lock.brokenBy(scan, files, classes));
        }
        return findings;
    }

    private ChangelogScan scan() {
        return ChangelogScanner.scan(settings.changelog(), files, settings.parameters());
    }

    private static List<RanRow> rows(String name, DataSource database) {
        try (Connection connection = database.getConnection()) {
            return RanRows.of(connection);
        } catch (SQLException e) {
            throw new SchemaException("the history of " + name + " cannot be read", e);
        }
    }

    /**
     * What the guard found.
     *
     * @param findings in the order of the changelog
     * @param editsLookedFor whether the checksums of a database could be compared. They cannot while a class or a file
     *     is missing, or where no database was given.
     */
    public record Report(List<Finding> findings, boolean editsLookedFor) {

        /**
         * Checks the values.
         *
         * @param findings in the order of the changelog; empty when history holds
         * @param editsLookedFor whether the checksums of a database could be compared
         */
        public Report {
            findings = List.copyOf(findings);
        }

        /** {@return whether history holds} */
        public boolean holds() {
            return findings.isEmpty();
        }

        /**
         * Goes on only where history holds.
         *
         * @throws HistoryException with all findings
         */
        public void orThrow() {
            if (!holds()) {
                throw new HistoryException(findings);
            }
        }

        @Override
        public String toString() {
            return holds()
                    ? "history holds"
                    : findings.stream().map(Finding::toString).collect(Collectors.joining("\n"));
        }
    }
}
