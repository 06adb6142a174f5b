package dev.lockstile.shims;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shims where history names them: a Liquibase change, a converter, a mapped superclass. */
final class ShimsAtWorkTest {

    @TempDir
    private Path folder;

    @Test
    void liquibase_runs_a_custom_change_by_its_old_name() throws Exception {
        Compilation code = new Compilation(folder);
        code.with("fresh.AddTable", """
                package fresh;
                @dev.lockstile.shims.FormerlyKnownAs("old.UserManager")
                public class AddTable implements liquibase.change.custom.CustomSqlChange {
                    private String table;
                    public void setTable(String table) { this.table = table; }
                    public liquibase.statement.SqlStatement[] generateStatements(liquibase.database.Database database) {
                        return new liquibase.statement.SqlStatement[] {
                            new liquibase.statement.core.RawSqlStatement("create table " + table + " (id int)")};
                    }
                    public String getConfirmationMessage() { return "done"; }
                    public void setUp() {}
                    public void setFileOpener(liquibase.resource.ResourceAccessor files) {}
                    public liquibase.exception.ValidationErrors validate(liquibase.database.Database database) {
                        return new liquibase.exception.ValidationErrors();
                    }
                }
                """);
        assertThat(code.compile(true)).as(code.said()).isTrue();
        java.nio.file.Files.writeString(folder.resolve("log.yaml"), """
                databaseChangeLog:
                  - changeSet:
                      id: 1
                      author: host
                      changes:
                        - customChange: { class: old.UserManager, params: [ { param: { name: table, value: made } } ] }
                """);
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:shims;DATABASE_TO_LOWER=TRUE")) {
            Map<String, Object> scope =
                    Map.of(Scope.Attr.classLoader.name(), code.loader(), "liquibase.analytics.enabled", "false");
            Scope.child(
                    scope,
                    () -> new Liquibase(
                                    "log.yaml",
                                    new ClassLoaderResourceAccessor(code.loader()),
                                    DatabaseFactory.getInstance()
                                            .findCorrectDatabaseImplementation(new JdbcConnection(connection)))
                            .update(new Contexts()));
            assertThat(connection
                            .getMetaData()
                            .getTables(null, null, "made", null)
                            .next())
                    .isTrue();
        }
    }

    @Test
    void hibernate_maps_an_entity_that_extends_the_old_mapped_superclass_and_names_the_old_converter()
            throws Exception {
        Compilation code = new Compilation(folder);
        code.with("fresh.Base", """
                package fresh;
                @jakarta.persistence.MappedSuperclass
                @dev.lockstile.shims.FormerlyKnownAs("old.Base")
                public abstract class Base { @jakarta.persistence.Column(name = "kept") private String kept; }
                """);
        code.with("fresh.Upper", """
                package fresh;
                @jakarta.persistence.Converter
                @dev.lockstile.shims.FormerlyKnownAs("old.Upper")
                public class Upper implements jakarta.persistence.AttributeConverter<java.util.Locale, String> {
                    public String convertToDatabaseColumn(java.util.Locale value) { return value == null ? null : value.toLanguageTag(); }
                    public java.util.Locale convertToEntityAttribute(String value) { return value == null ? null : java.util.Locale.forLanguageTag(value); }
                }
                """);
        code.with("host.Thing", """
                package host;
                @jakarta.persistence.Entity
                public class Thing extends old.Base {
                    @jakarta.persistence.Id Long id;
                    @jakarta.persistence.Convert(converter = old.Upper.class) java.util.Locale language;
                    public Thing() {}
                    public Thing(Long id, java.util.Locale language) { this.id = id; this.language = language; }
                    public java.util.Locale language() { return language; }
                }
                """);
        assertThat(code.compile(true)).as(code.said()).isTrue();
        ClassLoader loader = code.loader();
        Class<?> thing = loader.loadClass("host.Thing");
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:shims2;DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE");
        PersistenceConfiguration unit = new PersistenceConfiguration("shims").managedClass(thing);
        unit.property("jakarta.persistence.nonJtaDataSource", database);
        unit.property("jakarta.persistence.schema-generation.database.action", "create");
        ClassLoader usual = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(loader);
        try (EntityManagerFactory emf = unit.createEntityManagerFactory()) {
            Object made =
                    thing.getConstructor(Long.class, java.util.Locale.class).newInstance(1L, java.util.Locale.FRANCE);
            emf.runInTransaction(em -> em.persist(made));
            try (Connection connection = database.getConnection();
                    var row = connection.createStatement().executeQuery("select kept, language from thing")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(2)).isEqualTo("fr-FR");
            }
        } finally {
            Thread.currentThread().setContextClassLoader(usual);
        }
    }
}
