package dev.lockstile.auth.imports.preset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.internal.people.ForwardingSource;
import dev.lockstile.auth.imports.mapping.ReadingOptions;
import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The catalogue of a source is read once for all pages of people. */
class AccountedSourceTest {

    private final List<String> asked = new ArrayList<>();

    @Test
    void a_source_is_asked_once_for_its_tables_and_for_the_columns_of_each() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:h2:mem:accounted");
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table passkeys (id int primary key, user_id int)");
            statement.execute("insert into passkeys values (1, 7), (2, 8)");
        }
        try (Source source = new AccountedSource(
                new Asked(JdbcSource.of(connection, "old"), asked), false, ReadingOptions.CAREFUL)) {
            SourceTable people = new SourceTable("users", "id", List.of("id"));
            for (int key : List.of(7, 8)) {
                List<SourceRow> page = List.of(new SourceRow(key, Map.of("id", key)));
                assertThat(new SystemFactors.Page(source, people, page).owned(List.of("passkeys"), "user_id"))
                        .containsOnlyKeys(String.valueOf(key));
            }
        }
        assertThat(asked).containsExactly("tables", "columns of PASSKEYS");
    }

    private record Asked(Source source, List<String> asked) implements ForwardingSource {

        @Override
        public List<String> tables() {
            asked.add("tables");
            return source.tables();
        }

        @Override
        public List<String> columns(String table) {
            asked.add("columns of " + table);
            return source.columns(table);
        }
    }
}
