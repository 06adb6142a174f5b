package dev.lockstile.auth.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.history.HistoryException;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.HostTree;
import dev.lockstile.auth.schema.hosts.TableFacts;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Every way in which a migration goes wrong in production, each answered in one line that says what to do. */
final class SchemaTroublesTest {

    private static final String SECOND = """
            <changeSet id="2" author="host"><sql>insert into shop values (1)</sql></changeSet>
            """;
    private static final String FIRST = """
        <changeSet id="1" author="host"><createTable tableName="shop"><column name="id" type="bigint"/></createTable>
        <rollback><dropTable tableName="shop"/></rollback></changeSet>
        """;

    @TempDir
    private Path root;

    private HikariDataSource pool;

    @AfterEach
    void close() {
        if (pool != null) {
            pool.close();
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_class_that_is_gone(TestDatabase database) throws Exception {
        AuthSchema schema = host(database, FIRST + """
            <changeSet id="2" author="host"><customChange class="old.place.UserManager"/></changeSet>
            """);
        assertTold(schema::migrate, "old.place.UserManager");
        assertThat(hasShop()).isFalse();
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void an_applied_change_set_that_was_edited(TestDatabase database) throws Exception {
        host(database, FIRST).migrate();
        HostTree tree = tree(FIRST.replace("bigint", "int"));
        assertTold(tree.schema(pool)::migrate, "db/migrations/0001_shop.xml::1::host");
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_table_that_is_missing(TestDatabase database) throws Exception {
        AuthSchema schema = host(database, FIRST + """
            <changeSet id="2" author="host"><addColumn tableName="stall"><column name="x" type="int"/></addColumn></changeSet>
            """);
        assertTold(schema::migrate, "db/migrations/0001_shop.xml::2::host needs a table that is not there");
        assertThat(count("select count(*) from shop")).isZero();
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_column_that_exists_already(TestDatabase database) throws Exception {
        host(database, FIRST).migrate();
        execute("alter table shop add column x int");
        HostTree tree = tree(FIRST + """
            <changeSet id="2" author="host"><addColumn tableName="shop"><column name="x" type="int"/></addColumn></changeSet>
            """);
        assertTold(tree.schema(pool)::migrate, "0001_shop.xml::2::host adds what is there already");
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_lock_that_somebody_holds(TestDatabase database) throws Exception {
        AuthSchema schema = host(database, FIRST);
        schema.migrate();
        execute("update DATABASECHANGELOGLOCK set locked = true, lockedby = 'node-7', lockgranted = timestamp"
                + " '2026-01-02 03:04:05'");
        AuthSchema impatient = AuthSchema.builder(pool)
                .hostChangelog("db/tree.xml")
                .waitForTurn(Duration.ofMillis(1))
                .build()
                .readingFirst(root);
        assertTold(impatient::migrate, "locked for a migration by node-7 since 2026-01-02");
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_history_that_the_holder_of_the_lock_left_otherwise(TestDatabase database) throws Exception {
        host(database, FIRST).migrate();
        FutureTask<Void> migration = migratingAfter(() ->
                execute("update DATABASECHANGELOG set md5sum = '9:00000000000000000000000000000000' where id = '1'"
                        + " and author = 'host'"));
        assertThatThrownBy(() -> migration.get(1, TimeUnit.MINUTES))
                .hasCauseInstanceOf(HistoryException.class)
                .hasMessageContaining("db/migrations/0001_shop.xml::1::host");
        assertThat(count("select count(*) from shop")).isZero();
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_change_set_that_was_renamed_while_somebody_else_migrated(TestDatabase database) throws Exception {
        host(database, FIRST).migrate();
        FutureTask<Void> migration = migratingAfter(() -> tree((FIRST + SECOND).replace("id=\"1\"", "id=\"first\"")));
        assertThatThrownBy(() -> migration.get(1, TimeUnit.MINUTES))
                .hasCauseInstanceOf(HistoryException.class)
                .hasMessageContaining("db/migrations/0001_shop.xml::1::host");
        assertThat(count("select count(*) from shop")).isZero();
    }

    /** A migration that begins while another one holds the lock, and what happens before that one is done. */
    private FutureTask<Void> migratingAfter(Happening meanwhile) throws Exception {
        AuthSchema next = tree(FIRST + SECOND).schema(pool);
        execute("update DATABASECHANGELOGLOCK set locked = true, lockedby = 'node-7', lockgranted = timestamp"
                + " '2026-01-02 03:04:05'");
        FutureTask<Void> migration = new FutureTask<>(next::migrate, null);
        Thread node = new Thread(migration);
        node.start();
        awaitInQueue(node);
        meanwhile.happens();
        execute("update DATABASECHANGELOGLOCK set locked = false, lockedby = null, lockgranted = null");
        return migration;
    }

    private interface Happening {
        void happens() throws Exception;
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_tag_that_is_not_there(TestDatabase database) throws Exception {
        AuthSchema schema = host(database, FIRST);
        schema.migrate();
        assertTold(() -> schema.rollBackTo("spring"), "the database has no tag spring");
        assertTold(() -> schema.migrateTo("spring"), "the changelog has no tagDatabase spring");
        schema.tag("summer");
        assertTold(() -> schema.tag("summer"), "has a tag summer already");
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_way_back_is_seen_by_the_next_migration_of_the_same_process(TestDatabase database) throws Exception {
        AuthSchema schema = host(database, FIRST);
        schema.migrate();
        schema.migrate();
        schema.rollBack(1);
        schema.migrate();
        assertThat(schema.pending()).isEmpty();
        assertThat(count("select count(*) from shop")).isZero();
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void an_edit_of_what_the_lock_beside_the_changelog_lists(TestDatabase database) throws Exception {
        String released = host(database, FIRST).guard().present().toString();
        HostTree edited = tree(FIRST.replace("bigint", "int"));
        edited.put("db/history.lock", released);
        assertTold(edited.schema(pool)::migrate, "HG-21");
        assertThat(hasShop()).as("no database had run it").isFalse();
        tree(FIRST).schema(pool).migrate();
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_change_set_without_a_way_back(TestDatabase database) throws Exception {
        AuthSchema schema = host(database, FIRST);
        schema.migrate();
        schema.tag("first");
        HostTree tree =
                tree(FIRST + "<changeSet id=\"2\" author=\"host\"><sql>insert into shop values (1)</sql></changeSet>");
        tree.schema(pool).migrate();
        assertTold(() -> tree.schema(pool).rollBackTo("first"), "cannot be taken back");
        assertThat(count("select count(*) from shop")).isEqualTo(1);
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_file_that_is_missing(TestDatabase database) throws Exception {
        AuthSchema schema = host(database, FIRST);
        new java.io.File(root.toFile(), "db/migrations/0001_shop.xml").delete();
        assertTold(schema::migrate, "0001_shop.xml");
    }

    @Test
    void an_index_that_was_left_half_built_is_built_anew() throws Exception {
        host(TestDatabase.POSTGRES, FIRST).migrate();
        execute("insert into shop values (1), (1)");
        assertThatThrownBy(() -> execute("create unique index concurrently ix_shop on shop (id)"))
                .hasMessageContaining("could not create unique index");
        execute("create index ix_good on shop (id)");
        assertThatThrownBy(() -> execute("create unique index concurrently ix_other on shop (id)"))
                .hasMessageContaining("could not create unique index");
        assertThat(count("select count(*) from pg_index where not indisvalid")).isEqualTo(2);
        int good = count("select 'ix_good'::regclass::oid::int");
        tree(FIRST + "<changeSet id=\"2\" author=\"host\" runInTransaction=\"false\">"
                        + "<sql>create index concurrently if not exists ix_shop on shop (id)</sql></changeSet>"
                        + "<changeSet id=\"3\" author=\"host\" runInTransaction=\"false\">"
                        + "<sql>create index concurrently if not exists ix_good on shop (id)</sql></changeSet>")
                .schema(pool)
                .migrate();
        assertThat(count("select 'ix_good'::regclass::oid::int")).isEqualTo(good);
        assertThat(count("select count(*) from pg_index where not indisvalid"))
                .as("the one that no change set makes")
                .isEqualTo(1);
        assertThat(count("select count(*) from pg_indexes where tablename = 'shop'"))
                .isEqualTo(3);
    }

    private AuthSchema host(TestDatabase database, String changeSets) {
        pool = database.open();
        return tree(changeSets).schema(pool);
    }

    private HostTree tree(String changeSets) {
        HostTree tree = HostTree.in(root, "db/migrations/0001_shop.xml");
        tree.put("db/migrations/0001_shop.xml", """
            <?xml version="1.0" encoding="UTF-8"?>
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-4.33.xsd"
                logicalFilePath="db/migrations/0001_shop.xml">
            """ + changeSets + "</databaseChangeLog>");
        return tree;
    }

    private static void awaitInQueue(Thread node) {
        while (Arrays.stream(node.getStackTrace())
                .noneMatch(frame -> frame.getClassName().equals(LockQueue.class.getName()))) {
            assertThat(node.isAlive()).isTrue();
            Thread.onSpinWait();
        }
    }

    private static void assertTold(ThrowingCallable migration, String words) {
        assertThatThrownBy(migration).isInstanceOf(RuntimeException.class).hasMessageContaining(words);
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private boolean hasShop() throws Exception {
        try (Connection connection = pool.getConnection()) {
            return TableFacts.tables(connection).stream().anyMatch("shop"::equalsIgnoreCase);
        }
    }

    private int count(String sql) throws Exception {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getInt(1);
        }
    }
}
