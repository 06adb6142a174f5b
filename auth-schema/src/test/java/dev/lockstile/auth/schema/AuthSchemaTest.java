package dev.lockstile.auth.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.history.HistoryException;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.schema.report.SchemaException;
import jakarta.persistence.EntityManagerFactory;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables from nothing, with other names and keys, inside a host's changelog, and back. */
@Isolated("looks at the standard output and the proxy selector of the JVM")
final class AuthSchemaTest {

    private HikariDataSource pool;

    @AfterEach
    void close() {
        if (pool != null) {
            pool.close();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "LEGACY", mode = EnumSource.Mode.EXCLUDE)
    void the_entities_fit_the_tables_to_the_letter_on_h2(TestHost host) {
        pool = TestDatabase.H2.open();
        assertFits(host);
    }

    @ParameterizedTest
    @EnumSource(names = "LEGACY", mode = EnumSource.Mode.EXCLUDE)
    void the_entities_fit_the_tables_to_the_letter_on_postgres(TestHost host) {
        pool = TestDatabase.POSTGRES.open();
        assertFits(host);
    }

    private void assertFits(TestHost host) {
        host.createTables(pool);
        assertThatCode(() -> {
                    try (EntityManagerFactory emf = host.open(pool)) {
                        assertThat(emf.isOpen()).isTrue();
                    }
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_second_migration_changes_nothing(TestDatabase database) throws SQLException {
        pool = database.open();
        AuthSchema schema = AuthSchema.builder(pool).build();
        schema.migrate();
        int applied = count("select count(*) from DATABASECHANGELOG");
        schema.migrate();
        assertThat(count("select count(*) from DATABASECHANGELOG")).isEqualTo(applied);
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void the_changelog_of_a_host_includes_ours_and_adds_columns(TestDatabase database) throws SQLException {
        pool = database.open();
        AuthSchema.builder(pool).hostChangelog("db/host-changelog.xml").build().migrate();
        assertThat(tables()).contains("member", "auth_profile").doesNotContain("auth_user");
        assertThat(count("select count(nickname) from member")).isZero();
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void every_file_has_its_logical_path_in_the_history(TestDatabase database) throws SQLException {
        pool = database.open();
        AuthSchema.builder(pool).build().migrate();
        assertThat(texts("select distinct filename from DATABASECHANGELOG"))
                .allMatch(path -> path.startsWith("dev/lockstile/auth/schema/v1/"));
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void all_of_it_can_be_taken_back(TestDatabase database) throws SQLException {
        pool = database.open();
        AuthSchema schema = AuthSchema.builder(pool).build();
        schema.migrate();
        schema.rollBack(count("select count(*) from DATABASECHANGELOG"));
        assertThat(tables()).containsExactlyInAnyOrder("databasechangelog", "databasechangeloglock");
        schema.migrate();
        assertThat(tables()).contains("auth_user", "auth_throttle");
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void every_foreign_key_has_an_index(TestDatabase database) throws SQLException {
        pool = database.open();
        AuthSchema.builder(pool).build().migrate();
        try (Connection connection = pool.getConnection()) {
            for (String table : List.of("auth_profile", "auth_device", "auth_session", "auth_social_account")) {
                assertThat(indexedColumns(connection, table)).contains("user_id");
            }
        }
    }

    @Test
    void several_nodes_may_start_at_once() throws Exception {
        pool = TestDatabase.POSTGRES.open();
        List<CompletableFuture<Void>> nodes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            nodes.add(CompletableFuture.runAsync(
                    () -> AuthSchema.builder(pool).build().migrate()));
        }
        for (CompletableFuture<Void> node : nodes) {
            node.get(50, TimeUnit.SECONDS);
        }
        assertThat(tables()).contains("auth_user");
    }

    @Test
    void nothing_is_printed_and_nobody_is_called() {
        pool = TestDatabase.H2.open();
        PrintStream out = System.out;
        ProxySelector selector = ProxySelector.getDefault();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        CallCounter calls = new CallCounter();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        ProxySelector.setDefault(calls);
        try {
            AuthSchema.builder(pool).build().migrate();
        } finally {
            System.setOut(out);
            ProxySelector.setDefault(selector);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(calls.seen).isEmpty();
    }

    @Test
    void a_missing_changelog_is_named() {
        pool = TestDatabase.H2.open();
        AuthSchema schema =
                AuthSchema.builder(pool).hostChangelog("db/none.xml").build();
        assertThatThrownBy(schema::migrate)
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("db/none.xml: the changelog is missing");
    }

    @Test
    void a_database_that_is_gone_is_a_schema_failure() {
        pool = TestDatabase.H2.open();
        AuthSchema schema = AuthSchema.builder(pool).build();
        pool.close();
        assertThatThrownBy(schema::migrate)
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("cannot be reached");
    }

    @Test
    void the_limits_of_the_pool_come_back_after_a_migration() throws SQLException {
        pool = TestDatabase.POSTGRES.open();
        AuthSchema.builder(pool).build().migrate();
        assertThat(texts("show statement_timeout")).containsExactly("5s");
        assertThat(texts("show idle_in_transaction_session_timeout")).containsExactly("10s");
    }

    @Test
    void a_name_that_is_no_plain_identifier_is_refused() {
        AuthSchemaBuilder builder = AuthSchema.builder(new HikariDataSource());
        assertThatThrownBy(() -> builder.table(AuthTable.USER, "users; drop table x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.table(AuthTable.USER, "u".repeat(41)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private int count(String sql) throws SQLException {
        return Integer.parseInt(texts(sql).iterator().next());
    }

    private Set<String> tables() throws SQLException {
        try (Connection connection = pool.getConnection();
                ResultSet found = connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {
                            "TABLE", "BASE TABLE"
                        })) {
            Set<String> tables = new TreeSet<>();
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
            return tables;
        }
    }

    private Set<String> texts(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            Set<String> texts = new TreeSet<>();
            while (found.next()) {
                texts.add(found.getString(1).toLowerCase(Locale.ROOT));
            }
            return texts;
        }
    }

    private static Set<String> indexedColumns(Connection connection, String table) throws SQLException {
        boolean upper = connection.getMetaData().storesUpperCaseIdentifiers();
        String name = upper ? table.toUpperCase(Locale.ROOT) : table;
        Set<String> columns = new TreeSet<>();
        try (ResultSet found =
                connection.getMetaData().getIndexInfo(connection.getCatalog(), null, name, false, false)) {
            while (found.next()) {
                if (found.getInt("ORDINAL_POSITION") == 1) {
                    columns.add(found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        return columns;
    }

    /** Notes each host that is called over the network. */
    private static final class CallCounter extends ProxySelector {

        private final List<URI> seen = new CopyOnWriteArrayList<>();

        @Override
        public List<Proxy> select(URI uri) {
            if (!"jdbc".equals(uri.getScheme())) {
                seen.add(uri);
            }
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, java.io.IOException failure) {
            seen.add(uri);
        }
    }
}
