package dev.lockstile.auth.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.schema.report.SchemaException;
import dev.lockstile.auth.schema.report.SchemaException.Failure;
import java.sql.SQLException;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.ValidatingVisitor;
import liquibase.exception.LiquibaseException;
import liquibase.exception.ValidationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What failures that no changelog of a test brings about are told to be. */
final class SchemaTroubleWordsTest {

    @Test
    void a_class_that_is_missing_is_known_by_the_failure_below() {
        assertThat(explained(new LiquibaseException("cannot be made", new ClassNotFoundException("old.Place"))))
                .returns(Failure.CLASS_MISSING, SchemaException::why)
                .hasMessageContaining("names the class old.Place");
    }

    @Test
    void change_sets_of_one_name_are_no_edit() {
        ValidatingVisitor found = new ValidatingVisitor();
        found.getDuplicateChangeSets()
                .add(new ChangeSet(
                        "7", "host", false, false, "db/a.xml", null, null, new DatabaseChangeLog("db/a.xml")));
        assertThat(explained(new ValidationFailedException(found)))
                .returns(Failure.DUPLICATE, SchemaException::why)
                .hasMessageContaining("two change sets have the same id, author and path: db/a.xml::7::host");
    }

    @ParameterizedTest
    @CsvSource({"55P03, TABLE_BUSY", "HYT00, TABLE_BUSY", "42P01, TABLE_MISSING", "42701, EXISTS_ALREADY"})
    void the_states_of_the_databases_have_their_meaning(String state, Failure meant) {
        assertThat(explained(new LiquibaseException("no", new SQLException("no", state))))
                .returns(meant, SchemaException::why);
    }

    @Test
    void a_failure_before_the_first_statement_is_a_database_that_cannot_be_reached() {
        SQLException refused = new SQLException("connection refused", "08001");
        assertThat(explained(refused))
                .returns(Failure.UNREACHABLE, SchemaException::why)
                .hasMessageContaining("the database cannot be reached (connection refused)");
        assertThat(explained(new LiquibaseException("a statement failed", refused)))
                .returns(Failure.OTHER, SchemaException::why);
    }

    private static SchemaException explained(Exception failure) {
        return SchemaTroubles.explain("db/tree.xml", failure);
    }
}
