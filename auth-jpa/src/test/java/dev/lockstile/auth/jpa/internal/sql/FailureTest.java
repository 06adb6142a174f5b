package dev.lockstile.auth.jpa.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.jpa.transaction.DatabaseRefusedException;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.StoreUnavailableException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransientConnectionException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.GenericJDBCException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the codes of the databases mean. */
final class FailureTest {

    @ParameterizedTest
    @CsvSource({
        "40001, 0, COLLISION",
        "40P01, 0, COLLISION",
        "55P03, 0, COLLISION",
        "HYT00, 50200, COLLISION",
        "HY000, 1205, COLLISION",
        "08006, 0, UNAVAILABLE",
        "08003, 0, UNAVAILABLE",
        "57P01, 0, UNAVAILABLE",
        "57P03, 0, UNAVAILABLE",
        "57014, 0, UNAVAILABLE",
        "25P03, 0, UNAVAILABLE",
        "53300, 0, UNAVAILABLE",
        "53100, 0, UNAVAILABLE",
        "25006, 0, UNAVAILABLE",
        "HY000, 1290, UNAVAILABLE",
        "HY000, 1836, UNAVAILABLE",
        "HY000, 1021, UNAVAILABLE",
        "90098, 90098, UNAVAILABLE",
        "90067, 90067, UNAVAILABLE",
        "90121, 90121, UNAVAILABLE",
        "23505, 23505, DUPLICATE",
        "23000, 1062, DUPLICATE",
        "23000, 1048, REFUSED",
        "23502, 0, REFUSED",
        "23503, 0, REFUSED",
        "42P01, 0, REFUSED"
    })
    void a_state_and_a_code_say_what_happened(String state, int code, DatabaseFailure expected) {
        assertThat(DatabaseFailure.of(failure(new SQLException("text", state, code))))
                .isEqualTo(expected);
    }

    @Test
    void a_pool_that_says_no_without_a_state_is_an_outage() {
        assertThat(DatabaseFailure.of(failure(new SQLException("the pool has been closed"))))
                .isEqualTo(DatabaseFailure.UNAVAILABLE);
        assertThat(DatabaseFailure.of(failure(new SQLTransientConnectionException("timed out"))))
                .isEqualTo(DatabaseFailure.UNAVAILABLE);
    }

    @Test
    void a_failure_of_the_work_itself_is_left_as_it_is() {
        RuntimeException own = new IllegalStateException(new SQLException("text", "23505"));
        assertThat(DatabaseFailure.of(own)).isNull();
        assertThat(DatabaseFailure.translate(own)).isSameAs(own);
    }

    @Test
    void the_text_of_the_database_goes_no_further() {
        String row = "Failing row contains (1, ana@example.com)";
        assertThat(DatabaseFailure.translate(failure(new SQLException(row, "23505")), DatabaseFailure.KEY_TAKEN))
                .isInstanceOf(KeyTakenException.class)
                .satisfies(e -> assertThat(String.valueOf(e.getCause())).doesNotContain("ana@"));
        assertThat(DatabaseFailure.translate(failure(new SQLException(row, "23502"))))
                .isInstanceOf(DatabaseRefusedException.class)
                .satisfies(e -> assertThat(e + " " + e.getCause()).doesNotContain("ana@"));
        assertThat(DatabaseFailure.translate(failure(new SQLException(row, "40P01"))))
                .isInstanceOf(StoreUnavailableException.class)
                .satisfies(e -> assertThat(e + " " + e.getCause()).doesNotContain("ana@"));
    }

    @Test
    void state_code_and_constraint_stay_with_the_place_of_the_failure() {
        RuntimeException duplicate = failure(new SQLException("violates unique constraint \"uq_key\"", "23505"));
        assertThat(DatabaseFailure.translate(duplicate, DatabaseFailure.KEY_TAKEN))
                .cause()
                .isInstanceOf(SQLIntegrityConstraintViolationException.class)
                .hasMessage("SQLState 23505, code 0, constraint uq_key")
                .satisfies(e -> assertThat(e.getStackTrace()).isEqualTo(duplicate.getStackTrace()));
        RuntimeException foreign = new ConstraintViolationException(
                "could not execute statement", new SQLException("row (ana@example.com)", "23503"), "fk_user");
        assertThat(DatabaseFailure.translate(foreign))
                .hasMessage("the database refused a statement: SQLState 23503, code 0, constraint fk_user");
        assertThat(DatabaseFailure.translate(failure(new SQLException("row", "42P01", 7))))
                .cause()
                .isNotInstanceOf(SQLIntegrityConstraintViolationException.class)
                .hasMessage("SQLState 42P01, code 7");
    }

    @Test
    void a_statement_that_a_pooler_lost_is_told_with_what_to_set() {
        RuntimeException lost = failure(new SQLException("prepared statement \"S_1\" does not exist", "26000"));
        assertThat(DatabaseFailure.isOtherBackend(lost)).isTrue();
        assertThat(DatabaseFailure.translate(lost)).hasMessageContaining("prepareThreshold=0");
        RuntimeException gone = failure(new SQLException("terminated", "57P01"));
        assertThat(DatabaseFailure.isOtherBackend(gone)).isFalse();
        assertThat(DatabaseFailure.isOtherBackend(new IllegalStateException())).isFalse();
        assertThat(DatabaseFailure.translate(gone)).hasMessage("the database did not answer");
    }

    @Test
    void a_failure_of_the_persistence_without_the_database_is_the_works_own() {
        RuntimeException own = new PersistenceException("no transaction");
        assertThat(DatabaseFailure.translate(own)).isSameAs(own);
    }

    private static RuntimeException failure(SQLException cause) {
        return new GenericJDBCException("could not execute statement", cause);
    }
}
