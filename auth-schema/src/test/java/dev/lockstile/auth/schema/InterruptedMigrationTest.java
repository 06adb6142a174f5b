package dev.lockstile.auth.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.hosts.HostTree;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestMariaDb;
import dev.lockstile.auth.schema.lock.LockRecovery;
import dev.lockstile.auth.schema.lock.LockReport;
import dev.lockstile.auth.schema.report.SchemaException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A migration whose session ends between a change and what the history says of it, and the migration after it. */
final class InterruptedMigrationTest {

    private static final String SHOP = """
        <changeSet id="1" author="host">
            <createTable tableName="shop"><column name="id" type="bigint"><constraints primaryKey="true" nullable="false"/></column>
                <column name="title" type="varchar(40)"/><column name="old" type="int"/></createTable>
        </changeSet>
        """;

    private static final String HEAD = """
        <?xml version="1.0" encoding="UTF-8"?>
        <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-4.33.xsd"
            logicalFilePath="db/migrations/0001_shop.xml">
        """;

    private static final String STALL = """
        <createTable tableName="stall">
            <column name="id" type="bigint" autoIncrement="true"><constraints primaryKey="true" nullable="false"/></column>
            <column name="shop_id" type="bigint"><constraints nullable="false"/></column>
            <column name="name" type="varchar(80)" defaultValue="new"><constraints nullable="false"/></column>
            <column name="open" type="boolean" defaultValueBoolean="false"/>
            <column name="seen_at" type="timestamp(6)"/>
        </createTable>
        """;

    private static final String STALL_WHOLE = STALL + """
        <addUniqueConstraint tableName="stall" columnNames="name" constraintName="uq_stall_name"/>
        <addForeignKeyConstraint constraintName="fk_stall_shop" baseTableName="stall" baseColumnNames="shop_id"
            referencedTableName="shop" referencedColumnNames="id"/>
        <createIndex tableName="stall" indexName="ix_stall_seen"><column name="seen_at"/></createIndex>
        """;

    /** What Liquibase says of the second change set before it writes its row. */
    private static final String BEFORE_ROW = "::2::host ran successfully";

    private static final List<String> CHANGES = List.of(
            STALL_WHOLE,
            "<addColumn tableName=\"shop\"><column name=\"size\" type=\"int\" defaultValueNumeric=\"7\"/></addColumn>",
            "<createIndex tableName=\"shop\" indexName=\"ix_shop_title\"><column name=\"title\"/></createIndex>",
            "<addUniqueConstraint tableName=\"shop\" columnNames=\"title\" constraintName=\"uq_shop_title\"/>",
            "<createSequence sequenceName=\"shop_number\" startValue=\"5\" incrementBy=\"50\"/>",
            "<dropColumn tableName=\"shop\" columnName=\"old\"/>",
            "<renameColumn tableName=\"shop\" oldColumnName=\"old\" newColumnName=\"former\" columnDataType=\"int\"/>",
            "<addNotNullConstraint tableName=\"shop\" columnName=\"title\" columnDataType=\"varchar(40)\"/>");

    @TempDir
    private Path root;

    static Stream<Arguments> changes() {
        return databases().flatMap(database -> CHANGES.stream().map(change -> Arguments.of(database, change)));
    }

    static Stream<TestDatabase> databases() {
        return Stream.of(TestDatabase.values())
                .filter(database -> database != TestDatabase.MARIADB || TestMariaDb.isHere());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("changes")
    void a_change_set_without_its_row_is_done_once(TestDatabase database, String change) throws SQLException {
        try (HikariDataSource pool = database.open()) {
            AuthSchema schema = host(pool, change);
            lose(database, schema, pool, BEFORE_ROW);
            schema.migrate();
            assertThat(schema.history()).allMatch(m -> m.state() == Migration.State.APPLIED);
            assertThat(count(pool, "select count(*) from last")).isZero();
        }
    }

    @ParameterizedTest(name = "{0} after {1}")
    @MethodSource("moments")
    void a_change_set_of_several_statements_goes_on(TestDatabase database, String moment) throws SQLException {
        try (HikariDataSource pool = database.open()) {
            AuthSchema schema = host(pool, STALL_WHOLE);
            lose(database, schema, pool, moment);
            schema.migrate();
            assertThat(schema.history()).allMatch(m -> m.state() == Migration.State.APPLIED);
            assertThatThrownBy(() -> write(pool, "insert into stall (shop_id, name) values (9, 'x')"))
                    .as("the reference is there")
                    .isInstanceOf(SQLException.class);
            write(pool, "insert into shop (id) values (1)");
            write(pool, "insert into stall (shop_id, name) values (1, 'x')");
            assertThatThrownBy(() -> write(pool, "insert into stall (shop_id, name) values (1, 'x')"))
                    .as("the unique constraint is there")
                    .isInstanceOf(SQLException.class);
        }
    }

    static Stream<Arguments> moments() {
        return databases()
                .flatMap(database -> Stream.of(
                                "Table stall created",
                                "Unique constraint added",
                                "Foreign key constraint added",
                                "ix_stall_seen")
                        .map(moment -> Arguments.of(database, moment)));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_way_back_is_gone_once(TestDatabase database) throws SQLException {
        try (HikariDataSource pool = database.open()) {
            AuthSchema schema = host(pool, STALL_WHOLE);
            schema.migrate();
            schema.rollBack(1);
            try (SessionEnd end = SessionEnd.at(database, pool, "successfully rolled back")) {
                assertThatThrownBy(() -> schema.rollBack(1)).isInstanceOf(SchemaException.class);
                assertThat(end.isDone()).isTrue();
            }
            if (database == TestDatabase.POSTGRES) {
                schema.rollBack(1);
                schema.migrate();
                assertThat(schema.history()).allMatch(m -> m.state() == Migration.State.APPLIED);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_lock_that_an_operator_released_is_resumed_as_well(TestDatabase database) throws SQLException {
        try (HikariDataSource pool = database.open()) {
            AuthSchema schema = host(pool, STALL_WHOLE);
            lose(database, schema, pool, BEFORE_ROW);
            assertThat(LockRecovery.of(pool).release()).isInstanceOf(LockReport.Held.class);
            schema.migrate();
            assertThat(schema.history()).allMatch(m -> m.state() == Migration.State.APPLIED);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_table_that_is_otherwise_stops_the_migration(TestDatabase database) throws SQLException {
        try (HikariDataSource pool = database.open()) {
            AuthSchema schema = host(pool, STALL);
            lose(database, schema, pool, BEFORE_ROW);
            write(pool, "drop table if exists stall");
            write(pool, "create table stall (id bigint primary key, shop_id bigint not null, name varchar(81))");
            assertThatThrownBy(schema::migrate)
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("0001_shop.xml::2::host adds what is there already");
            assertThat(schema.pending()).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_statement_of_the_host_s_own_is_not_guessed_at(TestDatabase database) throws SQLException {
        try (HikariDataSource pool = database.open()) {
            AuthSchema schema = host(pool, STALL + "<sql>insert into shop (id) values (1)</sql><rollback/>");
            lose(database, schema, pool, BEFORE_ROW);
            if (database == TestDatabase.POSTGRES) {
                schema.migrate();
            } else {
                assertThatThrownBy(schema::migrate)
                        .isInstanceOf(SchemaException.class)
                        .hasMessageContaining("was interrupted after createTable")
                        .hasMessageContaining("take it back by hand")
                        .hasMessageNotContaining("\n");
                write(pool, "drop table stall");
                write(pool, "delete from shop");
                schema.migrate();
            }
            assertThat(count(pool, "select count(*) from shop")).isEqualTo(1);
            assertThat(schema.history()).allMatch(m -> m.state() == Migration.State.APPLIED);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void without_an_interruption_what_is_there_is_not_taken_for_done(TestDatabase database) throws SQLException {
        try (HikariDataSource pool = database.open()) {
            AuthSchema schema =
                    host(pool, "<createTable tableName=\"stall\"><column name=\"id\" type=\"int\"/></createTable>");
            write(pool, "create table stall (id int)");
            for (int run = 0; run < 2; run++) {
                assertThatThrownBy(schema::migrate).hasMessageContaining("adds what is there already");
            }
        }
    }

    private AuthSchema host(DataSource pool, String second) {
        HostTree tree = HostTree.in(root, "db/migrations/0001_shop.xml");
        tree.put(
                "db/migrations/0001_shop.xml",
                HEAD + SHOP + "<changeSet id=\"2\" author=\"host\">" + second + "</changeSet>\n"
                        + "<changeSet id=\"3\" author=\"host\"><createTable tableName=\"last\"><column name=\"id\" type=\"int\"/>"
                        + "</createTable></changeSet>\n</databaseChangeLog>\n");
        return tree.schema(pool);
    }

    private static void lose(TestDatabase database, AuthSchema schema, HikariDataSource pool, String moment) {
        try (SessionEnd end = SessionEnd.at(database, pool, moment)) {
            assertThatThrownBy(schema::migrate).isInstanceOf(SchemaException.class);
            assertThat(end.isDone()).isTrue();
        }
        assertThat(schema.pending()).hasSize(2);
    }

    private static void write(DataSource pool, String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(DataSource pool, String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getInt(1);
        }
    }
}
