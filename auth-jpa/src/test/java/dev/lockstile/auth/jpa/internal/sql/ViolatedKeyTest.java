package dev.lockstile.auth.jpa.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Set;
import org.hibernate.exception.GenericJDBCException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the databases say of a unique key, in their languages. */
final class ViolatedKeyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERROR: duplicate key value violates unique constraint \"uq_key\"\n  Detail: Key (email_key)=(a \"b\")"
                        + " already exists.",
                "FEHLER: doppelter Schlüsselwert verletzt Unique-Constraint »uq_key«\n  Detail: Schlüssel"
                        + " »(email_key)=(a)« existiert bereits.",
                "ERREUR: la valeur d'une clé dupliquée rompt la contrainte unique « uq_key »\n  Détail : La clé «"
                        + " (email_key)=(a) » existe déjà."
            })
    void postgres_quotes_the_name_in_the_marks_of_its_language(String message) {
        ViolatedKey key = ViolatedKey.of(new SQLException(message, "23505"));
        assertThat(key.name()).isEqualTo("uq_key");
        assertThat(key.columns()).isEqualTo(Set.of("email_key"));
    }

    @Test
    void mariadb_names_the_key_last() {
        String message = "(conn=5) Duplicate entry 'it's for key 'other'' for key 'auth_user.uq_key'";
        assertThat(ViolatedKey.of(new SQLException(message, "23000", 1062)))
                .isEqualTo(new ViolatedKey(null, "uq_key", Set.of()));
    }

    @Test
    void h2_names_table_and_columns() {
        String message = "Unique index or primary key violation: \"PUBLIC.UQ_KEY_INDEX_4 ON"
                + " PUBLIC.AUTH_USER(A NULLS FIRST, B NULLS FIRST) VALUES ( /* 1 */ 'x' )\"; SQL statement";
        assertThat(ViolatedKey.of(new SQLException(message, "23505", 23505)))
                .isEqualTo(new ViolatedKey(null, "uq_key_index_4", Set.of("a", "b")));
    }

    @Test
    void a_primary_key_of_h2_and_a_failure_that_names_none_are_told_apart() {
        String primary = "Unique index or primary key violation: \"PRIMARY KEY ON PUBLIC.AUTH_USER(ID) ( /* 1 */ 1 )\"";
        assertThat(ViolatedKey.of(new SQLException(primary, "23505", 23505)).name())
                .isEqualTo("primary key");
        assertThat(ViolatedKey.of(new SQLException("Duplicate entry", "23000", 1062))
                        .name())
                .isNull();
        assertThat(ViolatedKey.of(new IllegalStateException("no database in it")))
                .isEqualTo(new ViolatedKey(null, null, Set.of()));
    }

    @Test
    void the_statement_names_the_table_and_the_innermost_failure_the_key() {
        SQLException inner = new SQLException("ERROR: violates \"uq_key\"", "23505");
        SQLException batch =
                new BatchUpdateException("Batch entry 0 insert into \"App\" was aborted", new int[0], inner);
        ViolatedKey key = ViolatedKey.of(new GenericJDBCException(
                "failed", batch, "/* new */ insert into \"App\".\"Users\" (\"order\") values (?)"));
        assertThat(key).isEqualTo(new ViolatedKey("app.users", "uq_key", Set.of()));
        assertThat(key.mayBeOf("\"App\".\"Users\"")).isTrue();
        assertThat(key.mayBeOf("users")).isFalse();
    }

    @Test
    void a_primary_key_is_named_by_its_statement_alone() {
        SQLException failure = new SQLException("Duplicate entry '1' for key 'PRIMARY'", "23000", 1062);
        assertThat(ViolatedKey.of(failure).isNamed()).isFalse();
        assertThat(ViolatedKey.of(new GenericJDBCException("failed", failure, "insert into auth_throttle values (?)"))
                        .isNamed())
                .isTrue();
        assertThat(ViolatedKey.of(new SQLException("Duplicate entry '1' for key 'uq_key'", "23000", 1062))
                        .isNamed())
                .isTrue();
    }
}
