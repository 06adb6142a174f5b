package dev.lockstile.auth.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes come as text, so that a row that has not changed is told by its fingerprint. */
final class BytesInSqliteTest {

    @TempDir
    private Path folder;

    private String url = "";

    @BeforeEach
    void oldRows() throws SQLException {
        url = "jdbc:sqlite:" + folder.resolve("old.sqlite3");
        execute(
                "create table members (id integer primary key, name text, badge blob, card blob)",
                "insert into members values (1, 'Ana', x'00ff10', x'01')");
    }

    @Test
    void the_same_bytes_are_equal_at_each_reading_and_others_are_not() throws SQLException {
        SourceRow first = row("id");
        assertThat(first.cell("badge")).isEqualTo("00ff10");
        assertThat(first.cell("name")).isEqualTo("Ana");
        assertThat(row("id").fingerprint()).isEqualTo(first.fingerprint());

        execute("update members set badge = x'00ff11'");
        assertThat(row("id").fingerprint()).isNotEqualTo(first.fingerprint());
    }

    @Test
    void a_key_of_bytes_is_refused_since_no_page_would_be_the_last() {
        assertThatThrownBy(() -> row("card"))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("table members has bytes in its key card");
    }

    private SourceRow row(String key) {
        SourceTable table = new SourceTable("members", key, List.of("id", "name", "badge", "card"));
        try (Source source = Sources.open(new SourceAccess(url, null, null))) {
            return source.page(table, null, 10).get(0);
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
