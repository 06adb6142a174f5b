package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.changelog.HostClasses;
import dev.lockstile.auth.schema.changelog.ParsedChangelog;
import dev.lockstile.auth.schema.history.HistoryLock;
import dev.lockstile.auth.schema.lint.LintRule;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;

/** Builds a {@link MigrationLinter}. Not safe for use by many threads. */
public final class MigrationLinterBuilder {

    private final String changelog;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Map<LintRule, String> waived = new EnumMap<>(LintRule.class);
    private List<LintDatabase> databases = List.of(LintDatabase.POSTGRESQL);
    private ClassLoader classes = HostClasses.loader();
    private @Nullable ResourceAccessor files;
    private @Nullable Duration lockTimeout;
    private @Nullable HistoryLock released;
    private @Nullable String startAfter;
    private @Nullable MappedColumns model;
    private @Nullable MappedColumns previousModel;

    MigrationLinterBuilder(String changelog) {
        this.changelog = changelog;
    }

    /** The databases that the migration will run on; PostgreSQL unless told otherwise. */
    public MigrationLinterBuilder databases(LintDatabase... wanted) {
        databases = List.of(wanted);
        return this;
    }

    /** The parameters that the changelog is run with. */
    public MigrationLinterBuilder parameters(Map<String, String> values) {
        parameters.putAll(values);
        return this;
    }

    /** Where the host's classes are loaded from, and its changelogs unless told otherwise. */
    public MigrationLinterBuilder classes(ClassLoader loader) {
        classes = loader;
        return this;
    }

    /** Where the changelogs lie, when not on the class path. */
    public MigrationLinterBuilder files(ResourceAccessor accessor) {
        files = accessor;
        return this;
    }

    /** The lock timeout with which migrations are run. */
    public MigrationLinterBuilder lockTimeout(Duration timeout) {
        lockTimeout = timeout;
        return this;
    }

    /** Looks only at change sets that this lock does not list. The tables of the others count as in use. */
    public MigrationLinterBuilder released(HistoryLock lock) {
        released = lock;
        return this;
    }

    /** Looks only at what comes after that change set, {@code path::id::author}; what comes before is history. */
    public MigrationLinterBuilder startAfter(String changeSet) {
        startAfter = changeSet;
        return this;
    }

    /** What the entities are mapped to, so that nothing mapped is dropped. */
    public MigrationLinterBuilder model(MappedColumns now) {
        model = now;
        return this;
    }

    /** What the entities of the release before are mapped to, which has to go on running for a while. */
    public MigrationLinterBuilder previousModel(MappedColumns before) {
        previousModel = before;
        return this;
    }

    /** Does without a rule altogether. One case is better waived in its change set. */
    public MigrationLinterBuilder waive(LintRule rule, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a waiver of " + rule + " needs a reason");
        }
        waived.put(rule, reason);
        return this;
    }

    public MigrationLinter build() {
        ResourceAccessor given = files;
        ResourceAccessor accessor = given == null ? new ClassLoaderResourceAccessor(classes) : given;
        LintSettings settings = new LintSettings(
                lockTimeout, model, previousModel, Map.copyOf(waived).keySet(), Map.of(), Map.of(), List.of());
        return new MigrationLinter(
                new ParsedChangelog(changelog, accessor, parameters, classes),
                databases,
                settings,
                new LintScope(released, startAfter));
    }
}
