package dev.lockstile.auth.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.HostTree;
import dev.lockstile.auth.schema.hosts.TableFacts;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.report.SchemaException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** A changelog that Liquibase refuses as a whole: the message names every class, or the precondition. */
final class RefusedChangelogTest {

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
    void classes_that_are_gone_are_told_all_at_once_by_every_use(TestDatabase database) throws Exception {
        host(database, FIRST).migrate();
        AuthSchema schema = tree(FIRST + """
            <changeSet id="2" author="host"><customChange class="old.place.UserManager"/></changeSet>
            <changeSet id="3" author="host"><customChange class="old.place.Cleaner"/></changeSet>
            """).schema(pool);
        Map<String, ThrowingCallable> uses = Map.of(
                "history", schema::history,
                "pending", schema::pending,
                "sql", schema::sql,
                "baseline", schema::baseline,
                "tables", schema::libraryTables,
                "sync", schema::markAllAsRun,
                "back", () -> schema.rollBack(1));
        uses.forEach((name, use) -> assertThatThrownBy(use)
                .as(name)
                .isInstanceOfSatisfying(
                        SchemaException.class,
                        told -> assertThat(told.why()).isEqualTo(SchemaException.Failure.CLASS_MISSING))
                .hasMessageContaining("HG-01 db/migrations/0001_shop.xml::2::host: the class old.place.UserManager")
                .hasMessageContaining("HG-01 db/migrations/0001_shop.xml::3::host: the class old.place.Cleaner"));
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_precondition_of_the_file_that_does_not_hold(TestDatabase database) throws Exception {
        AuthSchema schema = host(database, """
            <preConditions onFailMessage="the shop needs its stock first"><tableExists tableName="stock"/></preConditions>
            """ + FIRST);
        assertTold(schema::migrate, "the shop needs its stock first");
        assertThat(hasShop()).isFalse();
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_precondition_of_the_file_without_a_message(TestDatabase database) throws Exception {
        AuthSchema schema = host(database, """
            <preConditions><tableExists tableName="stock"/></preConditions>
            """ + FIRST);
        assertTold(schema::migrate, "db/tree.xml");
        assertTold(schema::migrate, "stock");
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_precondition_of_a_change_set_that_does_not_hold(TestDatabase database) throws Exception {
        AuthSchema schema = host(database, """
            <changeSet id="1" author="host"><preConditions><tableExists tableName="stock"/></preConditions>
            <createTable tableName="shop"><column name="id" type="bigint"/></createTable></changeSet>
            """);
        assertTold(schema::migrate, "db/migrations/0001_shop.xml::1::host");
        assertTold(schema::migrate, "a precondition");
        assertTold(schema::migrate, "stock");
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

    private static void assertTold(ThrowingCallable migration, String words) {
        assertThatThrownBy(migration).isInstanceOf(RuntimeException.class).hasMessageContaining(words);
    }

    private boolean hasShop() throws Exception {
        try (Connection connection = pool.getConnection()) {
            return TableFacts.tables(connection).stream().anyMatch("shop"::equalsIgnoreCase);
        }
    }
}
