package dev.lockstile.auth.cutover.ways;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.imports.support.OldDatabase;
import dev.lockstile.auth.imports.support.Sql;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.make.ChangelogSources;
import dev.lockstile.auth.schema.takeover.SchemaTakeover;
import dev.lockstile.auth.schema.takeover.TakeoverOptions;
import dev.lockstile.auth.schema.takeover.TakeoverPlan;
import dev.lockstile.test.ProposedEntities;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Tables of an old system that are taken over where they are. */
public final class TakenTables {

    private TakenTables() {}

    /** A few connections to the old system's database, for the host. */
    public static HikariDataSource pool(OldDatabase old) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(old.url());
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }

    /** The entities on the tables, which have the library's columns from then on. */
    public static List<Class<?>> takenOver(String preset, DataSource pool, Path root) {
        Map<String, String> tables = preset.equals("keycloak") ? Map.of("user", "user_entity") : Map.of();
        TakeoverPlan plan = SchemaTakeover.of(pool).plan(new TakeoverOptions("oldapp", tables));
        if (!plan.questions().isEmpty()) {
            throw new AssertionError(plan.questions());
        }
        SchemaTakeover.write(plan, new ChangelogSources(root, "db/changelog.xml"));
        AuthSchema.builder(pool)
                .hostChangelog("db/changelog.xml")
                .build()
                .readingFirst(root)
                .migrate();
        return ProposedEntities.compile(plan.entities(), "oldapp", root.resolve("classes"));
    }

    /** The files of the changelog that a takeover wrote, one behind the other. */
    static String changelog(Path root) {
        try (Stream<Path> files = Files.walk(root.resolve("db"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(root.relativize(file)).append('\n').append(Files.readString(file));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static EntityManagerFactory entities(DataSource pool, List<Class<?>> classes) {
        PersistenceConfiguration unit = new PersistenceConfiguration("adopted");
        classes.forEach(unit::managedClass);
        return unit.property(
                        "hibernate.classLoaders",
                        List.of(classes.get(0).getClassLoader(), TakenTables.class.getClassLoader()))
                .property("hibernate.connection.datasource", pool)
                .property("hibernate.hbm2ddl.auto", "none")
                .createEntityManagerFactory();
    }

    /** All rows of all tables but the journal of runs and of change sets, as texts. */
    public static List<String> rows(DataSource database) {
        List<String> all = new ArrayList<>();
        Sql.rows(
                        database,
                        "select table_name as name from information_schema.tables where lower(table_schema) = 'public' and"
                                + " lower(table_name) not like 'auth_import_%' and lower(table_name) not like"
                                + " 'databasechange%' order by 1")
                .stream()
                .map(row -> row.get("name"))
                .forEach(table -> Sql.rows(database, "select * from \"" + table + '"').stream()
                        .map(row -> table + " " + new TreeMap<>(row))
                        .sorted()
                        .forEach(all::add));
        return all;
    }
}
