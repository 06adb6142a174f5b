package dev.lockstile.auth.schema.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.hosts.HostFolder;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.report.Finding;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Change sets whose SQL is another one on some databases. */
final class ModifiedSqlTest {

    private static final String MAIN = "db/main.xml";
    private static final String SET = """
            <changeSet id="1" author="host">
                <createTable tableName="shelf"><column name="id" type="int"/></createTable>
                <modifySql dbms="%s"><append value="%s"/></modifySql>
            </changeSet>
            """;

    @TempDir
    private Path folder;

    @Test
    void what_another_database_appends_is_no_edit() {
        try (HikariDataSource pool = TestDatabase.H2.open()) {
            AuthSchema schema = schema(pool, "mariadb", " comment 'shelves'");
            schema.migrate();
            assertThat(schema.guard().inspect(pool).findings()).isEmpty();
        }
    }

    @Test
    void another_ending_on_this_database_is_an_edit() {
        try (HikariDataSource pool = TestDatabase.H2.open()) {
            schema(pool, "h2", " /* one */").migrate();
            assertThat(schema(pool, "h2", " /* two */").guard().inspect(pool).findings())
                    .extracting(Finding::id)
                    .containsExactly("HG-13");
        }
    }

    @Test
    void a_change_set_for_this_database_alone_is_held_to_what_ran() {
        try (HikariDataSource pool = TestDatabase.H2.open()) {
            only(pool, "h2", "int").migrate();
            assertThat(only(pool, "h2", "int").guard().inspect(pool).findings()).isEmpty();
            assertThat(only(pool, "h2", "bigint").guard().inspect(pool).findings())
                    .extracting(Finding::id)
                    .containsExactly("HG-13");
        }
    }

    @Test
    void a_change_set_for_another_database_never_ran_and_may_change() {
        try (HikariDataSource pool = TestDatabase.H2.open()) {
            only(pool, "postgresql", "int").migrate();
            assertThat(only(pool, "postgresql", "bigint").guard().inspect(pool).findings())
                    .isEmpty();
        }
    }

    private AuthSchema only(HikariDataSource pool, String database, String type) {
        String text = """
                <changeSet id="1" author="host" dbms="%s">
                    <createTable tableName="shelf"><column name="id" type="%s"/></createTable>
                </changeSet>
                """.formatted(database, type);
        new HostFolder(folder).changelog(MAIN, MAIN, text);
        return AuthSchema.builder(pool).hostChangelog(MAIN).build().readingFirst(folder);
    }

    private AuthSchema schema(HikariDataSource pool, String database, String ending) {
        new HostFolder(folder).changelog(MAIN, MAIN, SET.formatted(database, ending));
        return AuthSchema.builder(pool).hostChangelog(MAIN).build().readingFirst(folder);
    }
}
