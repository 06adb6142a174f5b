package dev.lockstile.auth.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.Relations;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.changelog.ChangeSet;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.serializer.core.string.StringChangeLogSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A host has the tables that it uses, and gets others when it uses them. */
final class SelectedTablesTest {

    private static final List<String> PLAIN = List.of(
            "TABLE auth_otp_code",
            "TABLE auth_outbox",
            "TABLE auth_profile",
            "TABLE auth_session",
            "TABLE auth_throttle",
            "TABLE auth_user",
            "TABLE databasechangelog",
            "TABLE databasechangeloglock",
            "SEQUENCE auth_otp_code_seq",
            "SEQUENCE auth_profile_seq",
            "SEQUENCE auth_session_seq",
            "SEQUENCE auth_user_seq");

    private static final List<List<AuthTable>> LATER = List.of(
            List.of(AuthTable.PASSKEY, AuthTable.CHALLENGE),
            List.of(AuthTable.SOCIAL, AuthTable.DEVICE, AuthTable.AUDIT),
            List.of(AuthTable.values()));

    private HikariDataSource pool;

    @AfterEach
    void close() {
        pool.close();
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_host_of_sign_in_alone_has_no_table_of_anything_else(TestDatabase database) throws SQLException {
        pool = database.open();
        AuthSchema schema = only();
        schema.migrate();
        assertThat(named()).containsExactlyInAnyOrderElementsOf(PLAIN);
        assertThat(schema.pending()).isEmpty();
        assertThat(schema.sql()).doesNotContainIgnoringCase("create table");
        int ran = Relations.history(pool).size();
        schema.migrate();
        assertThat(Relations.history(pool)).hasSize(ran);
        assertThat(schema.history())
                .filteredOn(migration -> migration.id().equals("passkey-1"))
                .extracting(Migration::state)
                .containsExactly(Migration.State.UNUSED);
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"H2", "POSTGRES"})
    void a_host_that_uses_all_has_the_tables_and_the_history_it_always_had(TestDatabase database) throws Exception {
        pool = database.open();
        AuthSchema.builder(pool).build().migrate();
        List<String> history = Relations.history(pool);
        assertThat(history)
                .as("the released change sets, and after them what later releases add")
                .startsWith(lines(database, "change-sets").toArray(String[]::new))
                .noneMatch(row -> row.startsWith("sequences-single.xml"));
        assertThat(Relations.of(pool)).containsAll(lines(database, "relations"));
        HikariDataSource first = pool;
        try (first) {
            pool = database.open();
            only(AuthTable.values()).migrate();
            assertThat(Relations.history(pool)).isEqualTo(history);
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void tables_come_one_after_the_other_as_a_host_uses_them(TestDatabase database) throws SQLException {
        pool = database.open();
        only().migrate();
        Set<AuthTable> used = new TreeSet<>();
        for (List<AuthTable> next : LATER) {
            used.addAll(next);
            AuthSchema schema = only(used.toArray(AuthTable[]::new));
            schema.migrate();
            assertThat(schema.pending()).isEmpty();
            assertThat(named())
                    .containsAll(next.stream()
                            .map(table -> "TABLE " + table.defaultName())
                            .toList());
        }
        Set<String> oneByOne = Relations.of(pool);
        assertFits(TestHost.PLAIN);
        HikariDataSource first = pool;
        try (first) {
            pool = database.open();
            AuthSchema.builder(pool).build().migrate();
            assertThat(oneByOne).isEqualTo(Relations.of(pool));
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void tables_that_are_there_stay_and_wait_for_nothing(TestDatabase database) throws SQLException {
        pool = database.open();
        AuthSchema.builder(pool).build().migrate();
        Set<String> before = Relations.of(pool);
        List<String> history = Relations.history(pool);
        AuthSchema narrower = only();
        assertThat(narrower.pending()).isEmpty();
        narrower.migrate();
        assertThat(Relations.of(pool)).isEqualTo(before);
        assertThat(Relations.history(pool)).isEqualTo(history);
        assertThat(narrower.storeTables()).contains("auth_audit", "auth_import_run");
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_table_that_was_made_before_is_kept_up_to_date(TestDatabase database) throws SQLException {
        pool = database.open();
        AuthSchema.builder(pool).build().migrate();
        AuthSchema.builder(pool).build().rollBack(history("social-revoked.xml social-4 EXECUTED"));
        assertThat(only().pending()).extracting(Migration::id).contains("social-4");
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void all_of_it_can_be_taken_back(TestDatabase database) throws SQLException {
        pool = database.open();
        AuthSchema schema = only(AuthTable.PASSKEY, AuthTable.DEVICE);
        schema.migrate();
        schema.rollBack(Relations.history(pool).size());
        assertThat(named()).containsExactlyInAnyOrder("TABLE databasechangelog", "TABLE databasechangeloglock");
        schema.migrate();
        assertThat(named()).contains("TABLE auth_passkey", "TABLE auth_device", "SEQUENCE auth_device_seq");
    }

    @Test
    void what_was_skipped_for_keys_of_texts_is_passed_over_on_the_way_back() throws SQLException {
        pool = TestDatabase.POSTGRES.open();
        AuthSchema schema = TestHost.UUID.schema(pool).build();
        schema.migrate();
        schema.rollBack(Relations.history(pool).size());
        assertThat(named()).containsExactlyInAnyOrder("TABLE databasechangelog", "TABLE databasechangeloglock");
    }

    @ParameterizedTest
    @EnumSource(
            value = TestHost.class,
            names = {"PLAIN", "UUID"})
    void the_ledger_brings_the_tables_of_imports_for_every_type_of_key(TestHost host) throws SQLException {
        pool = TestDatabase.H2.open();
        host.schema(pool).onlyTables(Set.of(AuthTable.LEGACY_LINK)).build().migrate();
        assertThat(Relations.of(pool))
                .contains("TABLE " + host.table(AuthTable.IMPORT_RUN), "TABLE " + host.table(AuthTable.IMPORT_SOURCE))
                .doesNotContain("TABLE " + host.table(AuthTable.PASSKEY), "TABLE " + host.table(AuthTable.AUDIT));
        host.schema(pool).build().migrate();
        assertFits(host);
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void liquibase_by_itself_makes_the_rest(TestDatabase database) throws Exception {
        pool = database.open();
        only().migrate();
        try (Connection connection = pool.getConnection()) {
            new Liquibase(
                            AuthSchema.CHANGELOG,
                            new ClassLoaderResourceAccessor(),
                            DatabaseFactory.getInstance()
                                    .findCorrectDatabaseImplementation(new JdbcConnection(connection)))
                    .update(new Contexts());
        }
        assertFits(TestHost.PLAIN);
        assertThat(AuthSchema.builder(pool).build().pending()).isEmpty();
    }

    @Test
    void a_migration_that_was_killed_in_a_sequence_goes_on() throws SQLException {
        pool = TestDatabase.H2.open();
        only().migrate();
        try (Connection connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create sequence auth_device_seq start with 1 increment by 50");
        }
        only(AuthTable.DEVICE).migrate();
        assertThat(Relations.of(pool)).contains("SEQUENCE auth_device_seq");
    }

    /** By what Liquibase parsed; a change set that its id ascribes to no table runs for every host. */
    @Test
    void every_change_set_belongs_to_the_table_that_its_statements_name() throws Exception {
        pool = TestDatabase.H2.open();
        try (Connection connection = pool.getConnection()) {
            List<String> wrong = AuthSchema.builder(pool)
                    .build()
                    .parsed()
                    .with(
                            DatabaseFactory.getInstance()
                                    .findCorrectDatabaseImplementation(new JdbcConnection(connection)),
                            log -> log.getChangeSets().stream()
                                    .filter(set -> !TableChangeSets.isShared(set.getFilePath(), set.getId()))
                                    .filter(set -> !named(set).equals(told(set)))
                                    .map(set -> set + " names " + named(set) + " and is of " + told(set))
                                    .toList());
            assertThat(wrong).isEmpty();
        }
    }

    private static Set<AuthTable> named(ChangeSet set) {
        String text = set.getChanges().stream()
                .map(change -> new StringChangeLogSerializer().serialize(change, false))
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        return Stream.of(AuthTable.values())
                .filter(table -> text.matches("(?s).*\\b" + table.defaultName() + "(_seq|_head)?\\b.*"))
                .filter(table -> !AuthTable.REQUIRED.contains(table))
                .collect(Collectors.toSet());
    }

    private static Set<AuthTable> told(ChangeSet set) {
        return TableChangeSets.table(set.getFilePath(), set.getId()).stream()
                .filter(table -> !AuthTable.REQUIRED.contains(table))
                .collect(Collectors.toSet());
    }

    private AuthSchema only(AuthTable... used) {
        return AuthSchema.builder(pool).onlyTables(Set.of(used)).build();
    }

    /** How many rows from that one on. */
    private int history(String row) throws SQLException {
        List<String> all = Relations.history(pool);
        return all.size() - all.indexOf(row);
    }

    /** Without the sequences of identity columns, and without those that MariaDB tells apart by letter case. */
    private Set<String> named() throws SQLException {
        return Relations.of(pool).stream()
                .filter(name -> !name.endsWith("_id_seq"))
                .collect(Collectors.toSet());
    }

    private void assertFits(TestHost host) {
        try (EntityManagerFactory emf = host.open(pool, Map.of())) {
            assertThat(emf.isOpen()).isTrue();
        }
    }

    private static List<String> lines(TestDatabase database, String what) throws IOException {
        String file = "/all-tables/" + database.name().toLowerCase(Locale.ROOT) + "-" + what + ".txt";
        try (InputStream in = Objects.requireNonNull(SelectedTablesTest.class.getResourceAsStream(file))) {
            return new ArrayList<>(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        }
    }
}
