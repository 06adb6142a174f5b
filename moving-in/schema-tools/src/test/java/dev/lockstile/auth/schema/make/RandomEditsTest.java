package dev.lockstile.auth.schema.make;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.tools.EntityModel;
import jakarta.persistence.PersistenceConfiguration;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random edits of a model, one upon the other: eight, each kind at least once, and twenty with {@code -Pproof}. Each
 * becomes a change file that runs on tables with rows, and leads to tables that Hibernate accepts and to which nothing
 * is left to write.
 */
final class RandomEditsTest {

    private static final int EDITS = Integer.getInteger("lockstile.edits", 8);
    private static final long SEED = 20_261_122;

    @TempDir
    private Path root;

    @Test
    void every_edit_leads_to_tables_that_hibernate_accepts() throws Exception {
        MigrationTree tree = MigrationTree.in(root.resolve("resources"));
        RandomModel model = new RandomModel(new Random(SEED), root.resolve("classes"));
        HikariDataSource[] all = TestDatabase.here().map(TestDatabase::open).toArray(HikariDataSource[]::new);
        try {
            step(tree, model, "the beginning", all);
            for (int edit = 1; edit <= EDITS; edit++) {
                String what = edit + ": " + model.edit();
                step(tree, model, what, all);
                model.rows().forEach(row -> execute(row, all));
            }
            assertThat(tree.migrations()).hasSize(EDITS + 1);
        } finally {
            Stream.of(all).forEach(HikariDataSource::close);
        }
    }

    private void step(MigrationTree tree, RandomModel model, String what, HikariDataSource... databases)
            throws Exception {
        List<Class<?>> entities = model.compile();
        Map<String, String> defaults = model.defaults();
        MigrationDraft draft = tree.make(model(entities), new MakeOptions("edit", Map.of(), true, defaults, Set.of()));
        assertThat(draft.questions()).as(what).isEmpty();
        assertThat(draft.steps()).as(what).isNotEmpty();
        for (HikariDataSource database : databases) {
            tree.schema(database).migrate();
            validate(entities, database);
        }
        MigrationDraft again = tree.making(model(entities)).draft(MakeOptions.NONE);
        assertThat(again.steps()).as(what).isEmpty();
    }

    private static EntityModel model(List<Class<?>> entities) {
        return EntityModel.of(unit(entities));
    }

    private static void validate(List<Class<?>> entities, HikariDataSource database) {
        unit(entities)
                .property(
                        "hibernate.classLoaders",
                        List.of(entities.get(0).getClassLoader(), RandomEditsTest.class.getClassLoader()))
                .property("hibernate.connection.datasource", database)
                .property("hibernate.hbm2ddl.auto", "validate")
                .createEntityManagerFactory()
                .close();
    }

    private static PersistenceConfiguration unit(List<Class<?>> entities) {
        PersistenceConfiguration unit = new PersistenceConfiguration("edited");
        entities.forEach(unit::managedClass);
        return unit;
    }

    private static void execute(String sql, HikariDataSource... databases) {
        for (HikariDataSource database : databases) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }
    }
}
