package dev.lockstile.auth.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.history.HistoryException;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.report.Finding;
import dev.lockstile.auth.schema.report.SchemaException;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** A host that names a table, or types its keys, otherwise than when the tables were made. */
final class RenamedTablesTest {

    private HikariDataSource pool;

    @AfterEach
    void close() {
        pool.close();
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_table_that_was_made_under_another_name_is_told_with_the_way_on(TestDatabase database) throws Exception {
        pool = database.open();
        AuthSchema.builder(pool).build().migrate();
        AuthSchema renamed =
                AuthSchema.builder(pool).table(AuthTable.TOTP, "member_totp").build();

        List<Finding> findings =
                catchThrowableOfType(HistoryException.class, renamed::migrate).findings();
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("HG-14");
            assertThat(finding.what()).contains("auth_totp", "member_totp");
            assertThat(finding.fix()).contains("@Table(name = \"auth_totp\")");
        });

        String fix = findings.get(0).fix();
        String statements = fix.substring(fix.indexOf("ALTER TABLE"));
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements.split(";")) {
                statement.execute(each);
            }
        }
        renamed.migrate();
        assertThat(renamed.pending()).isEmpty();
    }

    @Test
    void keys_of_another_type_are_told_as_such() {
        pool = TestDatabase.H2.open();
        AuthSchema.builder(pool).build().migrate();
        AuthSchema other = AuthSchema.builder(pool).keyType(KeyType.UUID).build();
        assertThat(catchThrowableOfType(HistoryException.class, other::migrate).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.id()).isEqualTo("HG-15");
                    assertThat(finding.what()).contains("bigint", "uuid");
                });
    }

    @Test
    void a_name_that_differs_by_case_alone_is_not_to_be_renamed() {
        pool = TestDatabase.H2.open();
        AuthSchema.builder(pool).build().migrate();
        AuthSchema other =
                AuthSchema.builder(pool).table(AuthTable.TOTP, "AUTH_TOTP").build();
        assertThat(catchThrowableOfType(HistoryException.class, other::migrate).findings())
                .isNotEmpty()
                .extracting(Finding::id)
                .containsOnly("HG-13");
    }

    @Test
    void an_edit_beside_another_name_is_told_too() throws Exception {
        pool = TestDatabase.H2.open();
        AuthSchema.builder(pool).build().migrate();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update DATABASECHANGELOG set MD5SUM = '9:00000000000000000000000000000000'"
                    + " where ORDEREXECUTED = 1");
        }
        AuthSchema renamed =
                AuthSchema.builder(pool).table(AuthTable.TOTP, "member_totp").build();
        assertThat(catchThrowableOfType(HistoryException.class, renamed::migrate)
                        .findings())
                .extracting(Finding::id)
                .containsExactly("HG-14", "HG-13");
    }

    @Test
    void a_name_that_the_database_keeps_is_refused_before_the_first_statement() throws Exception {
        for (TestDatabase database : List.of(TestDatabase.H2, TestDatabase.POSTGRES)) {
            pool = database.open();
            AuthSchema schema =
                    AuthSchema.builder(pool).table(AuthTable.USER, "user").build();
            assertThatThrownBy(schema::migrate)
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("user")
                    .hasMessageContaining("@Table(name = \"app_user\")");
            try (Connection connection = pool.getConnection();
                    var tables = connection
                            .getMetaData()
                            .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {
                                "TABLE", "BASE TABLE"
                            })) {
                assertThat(tables.next()).isFalse();
            }
        }
    }
}
