package dev.lockstile.auth.jpa.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.jpa.transaction.DatabaseRefusedException;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.StoreUnavailableException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
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

    private static RuntimeException failure(SQLException cause) {
        return new GenericJDBCException("could not execute statement", cause);
    }
}
