package dev.lockstile.auth.schema.internal.liquibase;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import liquibase.ContextExpression;
import liquibase.Labels;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import org.jspecify.annotations.Nullable;

/**
 * The values of a changelog's properties. Liquibase lets a variable of the environment or of the JVM override a
 * property of the same name, in whatever case: a history that has run elsewhere would make other tables here. What the
 * changelog defines counts as it is written, and what the host gives in its code comes before; any other name is
 * Liquibase's affair.
 *
 * <p>Properties are kept under names that no environment has, so that Liquibase's own rules choose among those of
 * several files, databases, contexts and labels.
 */
final class OwnValues extends ChangeLogParameters {

    /** Where the scope has the values that the host gives in its code. */
    static final String GIVEN = "dev.lockstile.auth.schema.parameters";

    private static final String OWN = "dev.lockstile.own:";

    private final ChangeLogParameters rest;
    private final Map<String, String> given;
    private final Set<String> defined = new HashSet<>();

    /**
     * Values with the filters of these.
     *
     * @param rest what Liquibase knows by itself
     * @param given what the host gives in its code
     */
    OwnValues(ChangeLogParameters rest, Map<String, String> given) {
        this.rest = rest;
        this.given = Map.copyOf(given);
        setContexts(rest.getContexts());
        setLabels(rest.getLabels());
        setDatabase(rest.getDatabase());
    }

    @Override
    public void set(
            String key, @Nullable Object value, ContextExpression contexts, Labels labels, String... databases) {
        define(key);
        super.set(OWN + key, value, contexts, labels, databases);
    }

    @Override
    public void setLocal(
            String key,
            @Nullable Object value,
            DatabaseChangeLog changelog,
            ContextExpression contexts,
            Labels labels,
            String... databases) {
        define(key);
        super.setLocal(OWN + key, value, changelog, contexts, labels, databases);
    }

    @Override
    public @Nullable Object getValue(String key, DatabaseChangeLog changelog) {
        if (given.containsKey(key)) {
            return given.get(key);
        }
        return isDefined(key) ? super.getValue(OWN + key, changelog) : rest.getValue(key, changelog);
    }

    @Override
    public @Nullable Object getLocalValue(String key, ChangeSet changeSet) {
        return isDefined(key) ? super.getLocalValue(OWN + key, changeSet) : rest.getLocalValue(key, changeSet);
    }

    @Override
    public boolean hasValue(String key, DatabaseChangeLog changelog) {
        return given.containsKey(key)
                || (isDefined(key) ? super.hasValue(OWN + key, changelog) : rest.hasValue(key, changelog));
    }

    private void define(String key) {
        defined.add(key.toLowerCase(Locale.ROOT));
    }

    private boolean isDefined(String key) {
        return defined.contains(key.toLowerCase(Locale.ROOT));
    }
}
