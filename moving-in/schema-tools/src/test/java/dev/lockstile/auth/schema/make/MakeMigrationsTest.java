package dev.lockstile.auth.schema.make;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.tools.EntityModel;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** The next change file from the entities: what it says, and what it asks before it says anything. */
final class MakeMigrationsTest {

    @TempDir
    private Path root;

    private MigrationTree tree;

    @BeforeEach
    void plant() {
        tree = MigrationTree.in(root);
    }

    @Test
    void an_unchanged_model_writes_nothing() {
        tree.make(EntityModel.of(Books.BookV1.class), MakeOptions.NONE);
        MigrationDraft again = tree.making(EntityModel.of(Books.BookV1.class)).draft(MakeOptions.NONE);
        assertThat(again.isEmpty()).isTrue();
        assertThat(again.text()).isEmpty();
        assertThat(tree.migrations()).containsExactly("0001_create_table_book.xml");
    }

    @Test
    void a_new_column_writes_exactly_that() {
        tree.make(EntityModel.of(Books.BookV1.class), MakeOptions.NONE);
        MigrationDraft draft = tree.make(EntityModel.of(Books.BookV2.class), MakeOptions.NONE);
        assertThat(draft.steps()).containsExactly("add column book.pages");
        assertThat(tree.migrations()).containsExactly("0001_create_table_book.xml", "0002_add_column_book_pages.xml");
        assertThat(tree.text("db/migrations/0002_add_column_book_pages.xml"))
                .contains("logicalFilePath=\"db/migrations/0002_add_column_book_pages.xml\"")
                .contains("<changeSet id=\"0002-1\"")
                .contains("<addColumn tableName=\"book\">")
                .contains("<column name=\"pages\" type=\"integer\"/>")
                .contains("<rollback>", "<dropColumn tableName=\"book\" columnName=\"pages\"/>")
                .doesNotContain("0002-2");
        assertThat(tree.text("db/tree.xml"))
                .contains("<include file=\"db/migrations/0002_add_column_book_pages.xml\"/>");
    }

    @Test
    void the_entities_of_the_library_fit_its_own_changelog() {
        tree = MigrationTree.in(root, AuthSchema.CHANGELOG);
        MigrationDraft draft = tree.making(EntityModel.of(PlainUser.class)).draft(MakeOptions.NONE);
        assertThat(draft.steps()).isEmpty();
        assertThat(draft.questions()).isEmpty();
        assertThat(draft.notes()).isEmpty();
    }

    @Test
    void the_library_s_own_tables_are_never_dropped() {
        tree = MigrationTree.in(root, AuthSchema.CHANGELOG);
        MakeOptions drop = new MakeOptions(null, Map.of(), false, Map.of(), Set.of("auth_outbox"));
        assertThat(tree.making(EntityModel.of(PlainUser.class)).draft(drop).questions())
                .containsExactly("auth_outbox is the library's own table and is not dropped");
    }

    @Test
    void what_looks_like_a_rename_is_asked_for_and_never_guessed() {
        tree.make(EntityModel.of(Books.BookV1.class), MakeOptions.NONE);
        MigrationDraft asked =
                tree.making(EntityModel.of(Books.BookRenamed.class)).draft(MakeOptions.NONE);
        assertThat(asked.questions())
                .containsExactly("is book.heading the former book.title? Say --rename book.title=book.heading, or"
                        + " --no-rename");
        assertThat(asked.text()).isEmpty();

        MakeOptions said = new MakeOptions(null, Map.of("book.title", "book.heading"), false, Map.of(), Set.of());
        assertThat(tree.making(EntityModel.of(Books.BookRenamed.class))
                        .draft(said)
                        .steps())
                .containsExactly("rename column book.title to heading");
        MakeOptions none = new MakeOptions(null, Map.of(), true, Map.of(), Set.of());
        assertThat(tree.making(EntityModel.of(Books.BookRenamed.class))
                        .draft(none)
                        .steps())
                .containsExactly("add column book.heading");
    }

    @Test
    void a_column_nobody_maps_stays_unless_the_host_names_it() {
        tree.make(EntityModel.of(Books.BookV2.class), MakeOptions.NONE);
        MigrationDraft kept = tree.making(EntityModel.of(Books.BookV1.class)).draft(MakeOptions.NONE);
        assertThat(kept.isEmpty()).isTrue();
        assertThat(kept.notes()).singleElement().asString().startsWith("column book.pages is mapped by no");

        MakeOptions drop = new MakeOptions(null, Map.of(), false, Map.of(), Set.of("book.pages"));
        MigrationDraft dropped = tree.making(EntityModel.of(Books.BookV1.class)).draft(drop);
        assertThat(dropped.text())
                .contains("<dropColumn tableName=\"book\" columnName=\"pages\"/>", "labels=\"contract\"");
    }

    @Test
    void a_column_that_may_not_be_null_needs_a_value_for_old_rows() {
        tree.make(EntityModel.of(Books.BookV1.class), MakeOptions.NONE);
        assertThat(tree.making(EntityModel.of(Books.BookStrict.class))
                        .draft(MakeOptions.NONE)
                        .questions())
                .singleElement()
                .asString()
                .contains("book.shelf may not be null", "--default book.shelf=VALUE");
        MakeOptions random = withDefault("book.shelf", "random_uuid()");
        assertThat(tree.making(EntityModel.of(Books.BookStrict.class))
                        .draft(random)
                        .questions())
                .singleElement()
                .asString()
                .contains("rewrites the table");
        MigrationDraft draft =
                tree.making(EntityModel.of(Books.BookStrict.class)).draft(withDefault("book.shelf", "'A'"));
        assertThat(draft.text()).contains("defaultValue=\"A\"", "nullable=\"false\"");
    }

    @Test
    void a_type_that_would_rewrite_every_row_is_refused() {
        tree.make(EntityModel.of(Books.BookV2.class), MakeOptions.NONE);
        assertThat(tree.making(EntityModel.of(Books.BookLong.class))
                        .draft(MakeOptions.NONE)
                        .questions())
                .singleElement()
                .asString()
                .contains("book.pages is integer and the entity wants bigint", "--contract book.pages");
    }

    @Test
    void a_wider_text_is_widened_and_a_narrower_one_left() {
        tree.make(EntityModel.of(Books.BookV1.class), MakeOptions.NONE);
        assertThat(tree.make(EntityModel.of(Books.BookWide.class), MakeOptions.NONE)
                        .text())
                .contains("<modifyDataType tableName=\"book\" columnName=\"title\" newDataType=\"varchar(200)\"/>")
                .contains("newDataType=\"varchar(100)\"");
        MigrationDraft back = tree.making(EntityModel.of(Books.BookV1.class)).draft(MakeOptions.NONE);
        assertThat(back.isEmpty()).isTrue();
        assertThat(back.notes()).singleElement().asString().contains("wider than the entity's");
    }

    @Test
    void two_branches_with_the_same_number_are_told_before_anything_runs() {
        tree.make(EntityModel.of(Books.BookV1.class), MakeOptions.NONE);
        String file = tree.text("db/migrations/0001_create_table_book.xml");
        tree.put(
                "db/migrations/0001_other.xml",
                file.replace("0001_create_table_book", "0001_other").replace("\"book\"", "\"shelf\""));
        tree.put(
                "db/tree.xml",
                tree.text("db/tree.xml")
                        .replace(
                                "</databaseChangeLog>",
                                "<include file=\"db/migrations/0001_other.xml\"/></databaseChangeLog>"));
        try (HikariDataSource pool = TestDatabase.H2.open()) {
            AuthSchema schema = tree.schema(pool);
            assertThatCode(schema::migrate)
                    .hasMessageContaining("two branches wrote the same number")
                    .hasMessageContaining("0001_create_table_book.xml and db/migrations/0001_other.xml")
                    .hasMessageNotContaining("\n");
            assertThat(schema.history()).allMatch(m -> m.appliedAt() == null);
        }
    }

    /** With rows in the table, in every form that a live table wants, and back again. */
    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_table_with_rows_is_changed_and_changed_back(TestDatabase database) throws Exception {
        tree.make(EntityModel.of(Books.BookV2.class), MakeOptions.NONE);
        try (HikariDataSource pool = database.open()) {
            AuthSchema schema = tree.schema(pool);
            schema.migrate();
            schema.tag("before");
            execute(pool, "insert into book (title) values ('a'), ('b')");
            MakeOptions said = new MakeOptions(null, Map.of(), false, Map.of("book.pages", "7"), Set.of());
            MigrationDraft draft = tree.make(EntityModel.of(Books.BookFull.class, Books.Author.class), said);
            assertThat(draft.questions()).isEmpty();
            schema.migrate();
            validate(pool, Books.BookFull.class, Books.Author.class);
            assertThat(tree.making(EntityModel.of(Books.BookFull.class, Books.Author.class))
                            .draft(MakeOptions.NONE)
                            .isEmpty())
                    .isTrue();
            execute(pool, "insert into book (title, pages) values ('c', 8)");
            schema.rollBackTo("before");
            validate(pool, Books.BookV2.class);
            schema.migrate();
            validate(pool, Books.BookFull.class, Books.Author.class);
        }
    }

    private static MakeOptions withDefault(String column, String value) {
        return new MakeOptions(null, Map.of(), false, Map.of(column, value), Set.of());
    }

    private static void execute(HikariDataSource pool, String sql) throws Exception {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static void validate(HikariDataSource pool, Class<?>... entities) {
        PersistenceConfiguration unit = new PersistenceConfiguration("validated");
        List.of(entities).forEach(unit::managedClass);
        unit.property("hibernate.connection.datasource", pool).property("hibernate.hbm2ddl.auto", "validate");
        unit.createEntityManagerFactory().close();
    }

    @Entity(name = "PlainUser")
    @Table(name = "auth_user")
    static class PlainUser extends AbstractUser {
        @Id
        @GeneratedValue
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }
}
