package dev.lockstile.auth.schema.history;

import dev.lockstile.auth.schema.changelog.HostClasses;
import dev.lockstile.auth.schema.changelog.ParsedChangelog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;

/** Builds a {@link HistoryGuard}. Not safe for use by many threads. */
public final class HistoryGuardBuilder {

    private final String changelog;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final List<String> foreign = new ArrayList<>();
    private final List<String> flywayPackages = new ArrayList<>();
    private final List<String> services = new ArrayList<>();
    private String own = "";
    private ClassLoader classes = HostClasses.loader();
    private @Nullable ResourceAccessor files;
    private @Nullable HistoryLock lock;

    HistoryGuardBuilder(String changelog) {
        this.changelog = changelog;
    }

    /**
     * The parameters that the changelog is run with.
     *
     * @param values by their names
     * @return this builder
     */
    public HistoryGuardBuilder parameters(Map<String, String> values) {
        parameters.putAll(values);
        return this;
    }

    /**
     * Where the host's classes are loaded from, and its changelogs unless told otherwise.
     *
     * @param loader asked for every class that history names
     * @return this builder
     */
    public HistoryGuardBuilder classes(ClassLoader loader) {
        classes = loader;
        return this;
    }

    /**
     * Where the changelogs lie, when not on the class path.
     *
     * @param accessor finds the files that the changelog includes
     * @return this builder
     */
    public HistoryGuardBuilder files(ResourceAccessor accessor) {
        files = accessor;
        return this;
    }

    /**
     * What was released, and must neither vanish nor change.
     *
     * @param released as it was committed
     * @return this builder
     */
    public HistoryGuardBuilder lock(HistoryLock released) {
        lock = released;
        return this;
    }

    /**
     * The packages in which Flyway looks for Java migrations, where a class may have moved between them.
     *
     * @param packages their names
     * @return this builder
     */
    public HistoryGuardBuilder flywayPackages(String... packages) {
        flywayPackages.addAll(List.of(packages));
        return this;
    }

    /**
     * Interfaces whose {@code META-INF/services} files must name only classes that load.
     *
     * @param types each an interface
     * @return this builder
     */
    public HistoryGuardBuilder services(Class<?>... types) {
        for (Class<?> type : types) {
            services.add(type.getName());
        }
        return this;
    }

    /**
     * Takes no offence at rows whose path begins so: another changelog runs on the same database.
     *
     * @param pathPrefix what the logical paths begin with
     * @return this builder
     */
    public HistoryGuardBuilder allowRowsFrom(String pathPrefix) {
        foreign.add(pathPrefix);
        return this;
    }

    /**
     * Looks after rows whose path begins so and no others: for a changelog that lives beside the host's own.
     *
     * @param pathPrefix what the logical paths begin with
     * @return this builder
     */
    public HistoryGuardBuilder onlyRowsFrom(String pathPrefix) {
        own = pathPrefix;
        return this;
    }

    /** {@return the guard} Nothing is read yet. */
    public HistoryGuard build() {
        return new HistoryGuard(this);
    }

    String changelog() {
        return changelog;
    }

    ParsedChangelog parsed() {
        return new ParsedChangelog(changelog, files(), parameters, classes);
    }

    Map<String, String> parameters() {
        return parameters;
    }

    ClassLoader classes() {
        return classes;
    }

    ResourceAccessor files() {
        ResourceAccessor given = files;
        return given == null ? new ClassLoaderResourceAccessor(classes) : given;
    }

    @Nullable
    HistoryLock lock() {
        return lock;
    }

    List<String> flywayPackages() {
        return flywayPackages;
    }

    List<String> services() {
        return services;
    }

    boolean isForeign(String path) {
        return !path.startsWith(own) || foreign.stream().anyMatch(path::startsWith);
    }
}
