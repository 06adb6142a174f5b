package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.changelog.ChangelogFiles;
import dev.lockstile.auth.schema.changelog.ChangelogScan;
import dev.lockstile.auth.schema.changelog.ChangelogScanner;
import dev.lockstile.auth.schema.changelog.ParsedChangelog;
import dev.lockstile.auth.schema.history.HistoryGuard;
import dev.lockstile.auth.schema.history.RanChangeSets;
import dev.lockstile.auth.schema.lint.LintReport;
import dev.lockstile.auth.schema.lint.LintRule;
import dev.lockstile.auth.schema.report.Finding;
import dev.lockstile.auth.schema.report.SchemaException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;

/**
 * Checks that migrations are safe on a live table, before they run: rules {@link LintRule}, by database, over the SQL
 * that Liquibase makes of each change set and over the change set itself. Only new change sets are looked at; what they
 * create counts as empty, what older ones created counts as in use.
 *
 * <p>The SQL is made without a database and nothing is run. What a {@code customChange} does cannot be seen. A finding
 * that does not matter is waived in the change set, with a reason: {@code <comment>lint-waive: S3 ten rows</comment>}.
 */
public final class MigrationLinter {

    private static final List<LintRules> RULES = List.of(
            new LockRules(),
            new IndexRules(),
            new ColumnRules(),
            new ConstraintRules(),
            new RemovalRules(),
            new FillRules(),
            new LockingStatementRules(),
            new PartitionRules(),
            new RowSecurityRules(),
            new HistoryRules(),
            new RollbackRules(),
            new ShapeRules());

    private final ParsedChangelog changelog;
    private final List<LintDatabase> databases;
    private final LintSettings settings;
    private final LintScope scope;

    MigrationLinter(ParsedChangelog changelog, List<LintDatabase> databases, LintSettings settings, LintScope scope) {
        this.changelog = changelog;
        this.databases = databases;
        this.settings = settings;
        this.scope = scope;
    }

    /** A linter of that changelog. */
    public static MigrationLinterBuilder builder(String changelog) {
        return new MigrationLinterBuilder(changelog);
    }

    /**
     * Looks at the new change sets, for each of the databases.
     *
     * @throws SchemaException when the changelog does not parse; the history guard tells why
     */
    public LintReport lint() {
        ChangelogScan scan = scan();
        List<Finding> findings = new ArrayList<>();
        databases.forEach(database -> findings.addAll(lint(database, settings, scan, scope.of(scan.changeSets()))));
        return new LintReport(findings);
    }

    /** Looks at the change sets that have not run on that database, by its rules, and at the indexes it has (S4). */
    public LintReport pendingOn(Connection connection) {
        try {
            LintDatabase database = LintDatabase.of(connection);
            ChangelogScan scan = scan();
            Predicate<String> wanted = scope.of(scan.changeSets());
            Predicate<String> pending = RanChangeSets.pendingOn(connection, scan);
            LintSettings told = settings.orLockTimeout(SessionTimeout.of(connection, database))
                    .withCatalogue(DatabaseColumns.of(connection, database), DatabaseObjects.of(connection, database));
            List<Finding> findings = new ArrayList<>();
            if (RanChangeSets.any(connection)) {
                findings.addAll(lint(database, told, scan, wanted.and(pending)));
            }
            if (database.isPostgres() && !settings.waived().contains(LintRule.S4)) {
                findings.addAll(InvalidIndexes.on(connection));
            }
            return new LintReport(findings);
        } catch (SQLException e) {
            throw new SchemaException("the history of the database cannot be read", e);
        }
    }

    private List<Finding> lint(LintDatabase database, LintSettings told, ChangelogScan scan, Predicate<String> wanted) {
        LintSettings complete = told.withMissing(missing());
        LintRun run = new LintRun(database, complete, scan);
        if (!complete.missing().isEmpty()) {
            complete.missing()
                    .forEach((where, what) ->
                            what.forEach(one -> run.add(LintRule.S18, where, one, LintRule.S18.recipe())));
            return run.findings();
        }
        try (Dialect dialect = Dialect.of(database, changelog.files())) {
            List<LintedChangeSet> changeSets =
                    changelog.with(dialect.database(), log -> read(dialect.database(), database, scan, log));
            changeSets.forEach(changeSet -> PhoneChecks.collect(changeSet, run.phoneChecks));
            ResumedFiles resumed = ResumedFiles.of(changeSets, wanted);
            changeSets.forEach(changeSet -> look(
                    changeSet,
                    wanted.test(changeSet.key()) && !ThereAlready.passesOver(changeSet, run.known),
                    resumed.makesNewTables(changeSet),
                    run));
        } catch (Exception e) {
            throw new SchemaException("the changelog " + changelog.path() + " does not parse: " + e.getMessage(), e);
        }
        return run.findings();
    }

    private static List<LintedChangeSet> read(
            Database dialect, LintDatabase database, ChangelogScan scan, DatabaseChangeLog log) {
        return new ChangeSetReader(dialect, database, scan.changeSets()).read(log);
    }

    private static void look(LintedChangeSet changeSet, boolean linted, boolean resumed, LintRun run) {
        run.known.begin(changeSet, linted || resumed);
        if (linted) {
            RULES.forEach(rules -> rules.look(changeSet, run));
        }
        changeSet.all().forEach(run.known::take);
    }

    private Map<String, List<String>> missing() {
        return HistoryGuard.builder(changelog.path())
                .files(changelog.files())
                .classes(changelog.classes())
                .parameters(changelog.parameters())
                .build()
                .inspect()
                .findings()
                .stream()
                .filter(finding -> finding.id().matches("HG-0[123]"))
                .collect(Collectors.groupingBy(Finding::where, Collectors.mapping(Finding::what, Collectors.toList())));
    }

    private ChangelogScan scan() {
        return ChangelogScanner.scan(changelog.path(), new ChangelogFiles(changelog.files()), changelog.parameters());
    }
}
