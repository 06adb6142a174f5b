package dev.lockstile.auth.spring.internal.failure;

import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells in Spring Boot's words that Hibernate's validation misses a table or a column. */
final class TableMismatchFailureAnalyzer extends AbstractFailureAnalyzer<SchemaManagementException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SchemaManagementException cause) {
        return new FailureAnalysis("The tables do not fit the entities: " + cause.getMessage(), """
                 - A column or table of the application's own is made by its own Liquibase or Flyway, or by a script; in \
                development spring.jpa.hibernate.ddl-auto=update adds it.
                 - A column that an entity has from Lockstile is made by lockstile.schema.mode=migrate. Where an \
                @AttributeOverride or the naming strategy gives it another name, the application's own migrations rename it.
                 - An attribute that is no column is marked with @Transient.""", cause);
    }
}
