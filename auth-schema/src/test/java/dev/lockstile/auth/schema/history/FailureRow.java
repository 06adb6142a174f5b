package dev.lockstile.auth.schema.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.hosts.HostFolder;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.report.Finding;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A host whose history is broken in one way or another, and what the guard says of it. */
abstract class FailureRow {

    static final String MAIN = "db/main.xml";
    static final String TABLE = """
            <changeSet id="%s" author="host"><createTable tableName="%s"><column name="id" type="bigint"/></createTable></changeSet>
            """;

    HostFolder host;

    @TempDir
    private Path folder;

    private HikariDataSource pool;
    private List<String> before = List.of();

    @BeforeEach
    final void open() {
        host = new HostFolder(folder);
        pool = TestDatabase.H2.open();
    }

    @AfterEach
    final void close() {
        pool.close();
    }

    void migrate() {
        migrate(MAIN);
    }

    void migrate(String changelog) {
        within(host.loader(), () -> schema(changelog).migrate());
    }

    void assertHolds() throws SQLException {
        before = history();
        assertThatCode(this::migrate).doesNotThrowAnyException();
        assertThat(history()).isEqualTo(before);
    }

    void assertRefused(String id, String where, String what, String fix) throws SQLException {
        assertRefused(MAIN, id, where, what, fix);
    }

    void assertRefused(String changelog, String id, String where, String what, String fix) throws SQLException {
        assertRefused(host.loader(), changelog, id, where, what, fix);
    }

    /** The one finding there is; and the refused migration left the database as it was. */
    void assertRefused(ClassLoader loader, String changelog, String id, String where, String what, String fix)
            throws SQLException {
        before = history();
        HistoryException refused = catchThrowableOfType(
                HistoryException.class,
                () -> within(loader, () -> schema(changelog).migrate()));
        assertThat(refused).isNotNull();
        assertThat(refused.findings()).extracting(Finding::id).containsOnly(id);
        Finding finding = refused.findings().get(0);
        assertThat(finding.where()).isEqualTo(where);
        assertThat(finding.toString()).contains(what).contains(fix);
        assertThat(history()).isEqualTo(before);
    }

    AuthSchema schema(String changelog) {
        return AuthSchema.builder(pool).hostChangelog(changelog).build();
    }

    private static void within(ClassLoader loader, Runnable action) {
        ClassLoader usual = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(loader);
        try {
            action.run();
        } finally {
            Thread.currentThread().setContextClassLoader(usual);
        }
    }

    List<String> history() throws SQLException {
        return names("select table_name from information_schema.tables where table_name = 'DATABASECHANGELOG'")
                        .isEmpty()
                ? List.of()
                : names("select id || author || filename || exectype from databasechangelog order by orderexecuted");
    }

    List<String> names(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> names = new ArrayList<>();
            while (found.next()) {
                names.add(found.getString(1));
            }
            return names;
        }
    }
}
