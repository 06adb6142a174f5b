package dev.lockstile.auth.schema;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import liquibase.Liquibase;
import liquibase.change.core.CreateTableChange;
import liquibase.exception.LiquibaseException;

/** The tables of the library's own changelog that this host uses, under the names that it gave them. */
final class LibraryTables {

    private LibraryTables() {}

    static Set<String> of(Liquibase liquibase) throws LiquibaseException {
        return liquibase.getDatabaseChangeLog().getChangeSets().stream()
                .filter(set -> set.getFilePath().startsWith("dev/lockstile/"))
                .filter(set -> !set.isIgnore())
                .flatMap(set -> set.getChanges().stream())
                .filter(CreateTableChange.class::isInstance)
                .map(change -> ((CreateTableChange) change).getTableName().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
