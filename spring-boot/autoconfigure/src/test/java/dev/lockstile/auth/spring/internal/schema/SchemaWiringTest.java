package dev.lockstile.auth.spring.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.AuthTable;
import jakarta.persistence.Entity;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;

/** The tables by properties and beans of an application. */
final class SchemaWiringTest {

    private static final String NONE = "lockstile.schema.mode=none";

    private final JdbcDataSource database = new JdbcDataSource();
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(SchemaAutoConfiguration.class))
            .withBean(DataSource.class, () -> database);

    SchemaWiringTest() {
        database.setUrl("jdbc:h2:mem:schema-wiring");
    }

    @Test
    void a_table_is_named_as_hibernate_names_it() {
        assertThat(userTable(runner)).isEqualTo("shop_clerk");
        String property = "spring.jpa.hibernate.naming.physical-strategy=";
        assertThat(userTable(runner.withPropertyValues(property + PhysicalNamingStrategyStandardImpl.class.getName())))
                .isEqualTo("ShopClerk");
        assertThat(userTable(runner.withBean(PhysicalNamingStrategy.class, Prefixed::new)
                        .withPropertyValues(property + PhysicalNamingStrategyStandardImpl.class.getName())))
                .isEqualTo("t_ShopClerk");
    }

    private static String userTable(ApplicationContextRunner wired) {
        String[] table = new String[1];
        wired.withBean(
                        PersistenceManagedTypes.class,
                        () -> PersistenceManagedTypes.of(List.of(ShopClerk.class.getName()), List.of()))
                .withPropertyValues(NONE)
                .run(context ->
                        table[0] = context.getBean(EntityTables.class).names().get(AuthTable.USER));
        return table[0];
    }

    @Test
    void the_lock_is_waited_for_as_long_as_the_property_says() {
        runner.withPropertyValues(NONE)
                .run(context -> assertThat(context.getBean(AuthSchema.class).lockTimeout())
                        .isEmpty());
        runner.withPropertyValues(NONE, "lockstile.schema.lock-timeout=7s")
                .run(context -> assertThat(context.getBean(AuthSchema.class).lockTimeout())
                        .contains(Duration.ofSeconds(7)));
    }

    @Test
    void a_schema_of_the_application_stands_in_its_place() {
        AuthSchema own = AuthSchema.builder(database).build();
        runner.withBean(AuthSchema.class, () -> own)
                .withPropertyValues(NONE)
                .run(context -> assertThat(context).getBean(AuthSchema.class).isSameAs(own));
    }

    /** Else Spring Boot has Hibernate drop and make the tables on an embedded database. */
    @Test
    void tables_that_are_migrated_are_managed() {
        database.setUrl("jdbc:h2:mem:schema-managed;DB_CLOSE_DELAY=-1");
        runner.run(context -> assertThat(
                        context.getBean(SchemaManagementProvider.class).getSchemaManagement(database))
                .isEqualTo(SchemaManagement.MANAGED));
        runner.withPropertyValues(NONE)
                .run(context -> assertThat(context).doesNotHaveBean(SchemaManagementProvider.class));
    }

    /** The migration by the library comes before what an application runs, and the check after it. */
    @Test
    void the_check_of_the_tables_comes_last() {
        assertThat(new SchemaMigrationDetector().getOrder()).isNegative();
        assertThat(new SchemaValidationDetector().getOrder()).isEqualTo(Integer.MAX_VALUE);
    }

    @Entity
    static class ShopClerk extends AbstractUser {

        @Override
        public Long getId() {
            return 1L;
        }
    }

    static final class Prefixed extends PhysicalNamingStrategyStandardImpl {

        private static final long serialVersionUID = 1L;

        @Override
        public Identifier toPhysicalTableName(Identifier name, JdbcEnvironment database) {
            return Identifier.toIdentifier("t_" + name.getText());
        }
    }
}
