package dev.lockstile.auth.schema.make;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.tools.EntityModel;
import dev.lockstile.auth.schema.tools.PendingLint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is renamed and dropped goes by steps that the release before lives with, and that the linter accepts. */
final class ExpandAndContractTest {

    @TempDir
    private Path root;

    private MigrationTree tree;

    @BeforeEach
    void plant() {
        tree = MigrationTree.in(root);
        tree.make(EntityModel.of(Orders.First.class), MakeOptions.NONE);
    }

    @Test
    void each_new_column_of_the_type_of_a_lost_one_may_be_that_one() {
        assertThat(tree.making(EntityModel.of(Orders.Renamed.class))
                        .draft(MakeOptions.NONE)
                        .questions())
                .contains(
                        "is orders.remark the former orders.note? Say --rename orders.note=orders.remark, or --no-rename",
                        "is orders.place the former orders.note? Say --rename orders.note=orders.place, or --no-rename");
        assertThat(tree.making(EntityModel.of(Orders.Renamed.class))
                        .draft(renaming("orders.note", "orders.remark"))
                        .questions())
                .isEmpty();
    }

    @Test
    void a_table_with_most_columns_of_a_lost_one_may_be_that_one() {
        assertThat(tree.making(EntityModel.of(Orders.Moved.class))
                        .draft(MakeOptions.NONE)
                        .questions())
                .containsExactly("is purchases the former orders? Say --rename orders=purchases, or --no-rename");
    }

    @Test
    void a_column_that_becomes_mandatory_brings_its_fill_or_asks() {
        MakeOptions dropping = new MakeOptions(null, Map.of(), false, Map.of(), Set.of("orders.old_flag"));
        assertThat(tree.making(EntityModel.of(Orders.Contracted.class))
                        .draft(dropping)
                        .questions())
                .containsExactly("orders.qty becomes mandatory, and rows may lack it: say what they get, --default"
                        + " orders.qty=VALUE");
        MakeOptions said = new MakeOptions(null, Map.of(), false, Map.of("orders.qty", "1"), Set.of());
        assertThat(tree.making(EntityModel.of(Orders.Contracted.class))
                        .draft(said)
                        .text())
                .contains("FillInBatches", "<param name=\"value\" value=\"1\"/>");
    }

    @Test
    void an_index_that_no_entity_maps_is_told() {
        assertThat(tree.making(EntityModel.of(Orders.Contracted.class))
                        .draft(MakeOptions.NONE)
                        .notes())
                .contains("index ix_orders_note on orders[note] is mapped by no entity and stays");
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "MARIADB"})
    void both_releases_write_while_a_column_is_renamed(TestDatabase database) throws SQLException {
        try (HikariDataSource pool = database.open()) {
            AuthSchema schema = tree.schema(pool).withLockTimeout(Duration.ofSeconds(2));
            schema.migrate();
            execute(pool, "insert into orders (code, note) values ('a', 'one')");
            tree.make(EntityModel.of(Orders.Renamed.class), renaming("orders.note", "orders.remark"));
            assertThat(schema.pending()).isNotEmpty();
            assertThat(PendingLint.of(schema).findings()).isEmpty();
            schema.migrate();
            MakeMigrationsTest.validate(pool, Orders.Renamed.class);
            MakeMigrationsTest.validate(pool, Orders.First.class);
            execute(pool, "insert into orders (code, note) values ('b', 'two')");
            execute(pool, "insert into orders (code, remark) values ('c', 'three')");
            execute(pool, "update orders set note = 'four' where code = 'c'");
            execute(pool, "update orders set remark = 'five' where code = 'b'");
            assertThat(rows(pool, "select code, note, remark from orders order by code"))
                    .containsExactly("a,one,one", "b,five,five", "c,four,four");
            assertThat(tree.making(EntityModel.of(Orders.Renamed.class))
                            .draft(new MakeOptions(null, Map.of(), true, Map.of(), Set.of()))
                            .isEmpty())
                    .isTrue();

            MakeOptions contract = new MakeOptions(null, Map.of(), true, Map.of(), Set.of("orders.note"));
            tree.make(EntityModel.of(Orders.Renamed.class), contract);
            assertThat(schema.pending()).isNotEmpty();
            assertThat(PendingLint.of(schema).findings()).isEmpty();
            schema.migrate();
            execute(pool, "insert into orders (code, remark) values ('d', 'six')");
            execute(pool, "update orders set remark = 'seven' where code = 'a'");
            assertThat(rows(pool, "select remark from orders order by code"))
                    .containsExactly("seven", "five", "four", "six");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "MARIADB"})
    void both_releases_write_while_a_table_is_renamed(TestDatabase database) throws SQLException {
        try (HikariDataSource pool = database.open()) {
            AuthSchema schema = tree.schema(pool).withLockTimeout(Duration.ofSeconds(2));
            schema.migrate();
            tree.make(EntityModel.of(Orders.Moved.class), renaming("orders", "purchases"));
            assertThat(schema.pending()).isNotEmpty();
            assertThat(PendingLint.of(schema).findings()).isEmpty();
            schema.migrate();
            execute(pool, "insert into orders (code, note) values ('b', 'two')");
            execute(pool, "insert into purchases (code, note) values ('c', 'three')");
            assertThat(rows(pool, "select code from orders order by code")).containsExactly("b", "c");
            MakeMigrationsTest.validate(pool, Orders.Moved.class);
            MakeMigrationsTest.validate(pool, Orders.First.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "MARIADB"})
    void what_is_dropped_says_since_when_and_who(TestDatabase database) {
        try (HikariDataSource pool = database.open()) {
            AuthSchema schema = tree.schema(pool).withLockTimeout(Duration.ofSeconds(2));
            schema.migrate();
            MakeOptions said = new MakeOptions(
                    null, Map.of(), false, Map.of("orders.qty", "1"), Set.of("orders.old_flag"), "2.4", "Ana");
            assertThat(tree.make(EntityModel.of(Orders.Contracted.class), said).text())
                    .contains("drop column orders.old_flag; unused-since: 2.4; signed-off-by: Ana");
            assertThat(schema.pending()).isNotEmpty();
            assertThat(PendingLint.of(schema).findings()).isEmpty();
            schema.migrate();
            MakeMigrationsTest.validate(pool, Orders.Contracted.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "MARIADB"})
    void a_type_that_every_row_is_rewritten_for_says_so(TestDatabase database) {
        try (HikariDataSource pool = database.open()) {
            AuthSchema schema = tree.schema(pool).withLockTimeout(Duration.ofSeconds(2));
            tree.make(EntityModel.of(Books.BookV2.class), MakeOptions.NONE);
            schema.migrate();
            assertThat(tree.making(EntityModel.of(Books.BookLong.class))
                            .draft(MakeOptions.NONE)
                            .questions())
                    .singleElement()
                    .asString()
                    .contains("--rename book.pages=book.NEW", "--contract book.pages");
            tree.make(
                    EntityModel.of(Books.BookLong.class),
                    new MakeOptions(null, Map.of(), false, Map.of(), Set.of("book.pages")));
            assertThat(schema.pending()).isNotEmpty();
            assertThat(PendingLint.of(schema).findings()).isEmpty();
            schema.migrate();
            MakeMigrationsTest.validate(pool, Books.BookLong.class);
        }
    }

    @Test
    void a_code_of_an_order_is_no_secret() {
        try (HikariDataSource pool = TestDatabase.POSTGRES.open()) {
            AuthSchema schema = tree.schema(pool).withLockTimeout(Duration.ofSeconds(2));
            schema.migrate();
            tree.make(EntityModel.of(Orders.First.class, Books.BookV1.class, Article.class), MakeOptions.NONE);
            assertThat(PendingLint.of(schema).findings()).isEmpty();
        }
    }

    @Entity(name = "Article")
    @Table(name = "article")
    static class Article {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 20)
        String code;

        @Column(length = 20)
        String pin;
    }

    private static MakeOptions renaming(String from, String to) {
        return new MakeOptions(null, Map.of(from, to), false, Map.of(), Set.of());
    }

    private static void execute(HikariDataSource pool, String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> rows(HikariDataSource pool, String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                StringBuilder row = new StringBuilder(found.getString(1));
                for (int i = 2; i <= found.getMetaData().getColumnCount(); i++) {
                    row.append(',').append(found.getString(i));
                }
                rows.add(row.toString());
            }
            return rows;
        }
    }
}
