package dev.lockstile.auth.jpa.schema.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.jpa.hosts.HostFolder;
import dev.lockstile.auth.jpa.hosts.TestDatabase;
import dev.lockstile.auth.jpa.schema.AuthSchema;
import dev.lockstile.auth.jpa.schema.Finding;
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

    private AuthSchema schema(HikariDataSource pool, String database, String ending) {
        new HostFolder(folder).changelog(MAIN, MAIN, SET.formatted(database, ending));
        return AuthSchema.builder(pool).hostChangelog(MAIN).build().readingFirst(folder);
    }
}
