package dev.lockstile.auth.schema.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.make.ChangelogSources;
import dev.lockstile.auth.schema.make.MakeMigrations;
import dev.lockstile.auth.schema.make.MakeOptions;
import dev.lockstile.auth.schema.make.MigrationDraft;
import dev.lockstile.auth.schema.tools.EntityModel;
import dev.lockstile.auth.schema.tools.SchemaDifferences;
import dev.lockstile.test.ProposedEntities;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** A host that takes tables over: its source tree, its changelog, and what it asks of its databases. */
final class TakeoverHost {

    private final Path root;

    TakeoverHost(Path root) {
        this.root = root;
    }

    ChangelogSources sources() {
        return new ChangelogSources(root, "db/changelog.xml");
    }

    AuthSchema schema(DataSource database) {
        return AuthSchema.builder(database)
                .hostChangelog("db/changelog.xml")
                .build()
                .readingFirst(root);
    }

    /** Writes, migrates, and holds that the tables, the entities and an empty database's tables are all one. */
    TakeoverPlan adopt(HikariDataSource pool, HikariDataSource fresh, String packageName) {
        return adopt(pool, fresh, new TakeoverOptions(packageName, Map.of()));
    }

    TakeoverPlan adopt(HikariDataSource pool, HikariDataSource fresh, TakeoverOptions options) {
        TakeoverPlan plan = SchemaTakeover.of(pool).plan(options);
        assertThat(plan.questions()).isEmpty();
        SchemaTakeover.write(plan, sources());
        migrated(plan, options.packageName(), pool, fresh);
        return plan;
    }

    TakeoverPlan plan(DataSource pool, String packageName) {
        return SchemaTakeover.of(pool).plan(new TakeoverOptions(packageName, Map.of()));
    }

    /** Migrates both databases. */
    void migrated(TakeoverPlan plan, String packageName, HikariDataSource pool, HikariDataSource fresh) {
        AuthSchema schema = schema(pool);
        List<Class<?>> entities = ProposedEntities.compile(plan.entities(), packageName, root.resolve("classes"));
        for (HikariDataSource database : List.of(pool, fresh)) {
            schema.on(database).migrate();
            open(entities, database).close();
        }
        assertThat(SchemaDifferences.between(schema, fresh).tables()).isEmpty();
        MigrationDraft left =
                MakeMigrations.of(schema, EntityModel.of(unit(entities)), root).draft(MakeOptions.NONE);
        assertThat(left.steps()).isEmpty();
        assertThat(left.questions()).isEmpty();
    }

    static EntityManagerFactory open(List<Class<?>> entities, DataSource database) {
        return unit(entities)
                .property("hibernate.connection.datasource", database)
                .property("hibernate.hbm2ddl.auto", "validate")
                .createEntityManagerFactory();
    }

    static PersistenceConfiguration unit(List<Class<?>> entities) {
        PersistenceConfiguration unit = new PersistenceConfiguration("adopted");
        entities.forEach(unit::managedClass);
        return unit.property(
                "hibernate.classLoaders",
                List.of(entities.get(0).getClassLoader(), TakeoverHost.class.getClassLoader()));
    }

    static void execute(DataSource pool, String... statements) {
        for (String sql : statements) {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }
    }

    static List<String> rows(DataSource pool, String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    Object cell = found.getObject(i);
                    row.append(i > 1 ? "," : "").append(cell);
                }
                rows.add(row.toString());
            }
            return rows;
        }
    }
}
