package dev.lockstile.auth.schema;

import dev.lockstile.auth.schema.report.SchemaException;
import java.util.stream.Collectors;
import liquibase.Liquibase;
import liquibase.change.core.TagDatabaseChange;
import liquibase.exception.LiquibaseException;

/** The tags of a changelog and of a database. */
final class Tags {

    private Tags() {}

    static void requireInChangelog(Liquibase liquibase, String tag) throws LiquibaseException {
        String known = liquibase.getDatabaseChangeLog().getChangeSets().stream()
                .flatMap(set -> set.getChanges().stream())
                .filter(TagDatabaseChange.class::isInstance)
                .map(change -> ((TagDatabaseChange) change).getTag())
                .collect(Collectors.joining(", "));
        if (!(", " + known + ",").contains(", " + tag + ",")) {
            throw new SchemaException(
                    SchemaException.Failure.NO_TAG,
                    "the changelog has no tagDatabase " + tag + "; it has: " + (known.isEmpty() ? "none" : known),
                    null);
        }
    }

    static void requireInDatabase(Liquibase liquibase, String tag) throws LiquibaseException {
        if (!liquibase.getDatabase().doesTagExist(tag)) {
            throw new SchemaException(
                    SchemaException.Failure.NO_TAG, "the database has no tag " + tag + "; see showmigrations", null);
        }
    }

    static void set(Liquibase liquibase, String name) throws LiquibaseException {
        if (liquibase.getDatabase().doesTagExist(name)) {
            throw new SchemaException(
                    SchemaException.Failure.TAG_TAKEN, "the database has a tag " + name + " already", null);
        }
        liquibase.tag(name);
    }
}
