package dev.lockstile.auth.spring.internal.schema;

import dev.lockstile.auth.event.AuditTrail;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.AuthSchemaBuilder;
import dev.lockstile.auth.schema.AuthTable;
import dev.lockstile.auth.spring.internal.settings.SchemaProperties;
import dev.lockstile.auth.spring.internal.settings.SetupCheck;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.util.ClassUtils;

/** The tables of the library, before JPA and before the application's own Liquibase or Flyway. */
@AutoConfiguration(
        afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
        beforeName = {
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
@ConditionalOnProperty(name = "lockstile.enabled", matchIfMissing = true)
@ConditionalOnClass(AuthSchema.class)
@ConditionalOnSingleCandidate(DataSource.class)
@EnableConfigurationProperties(SchemaProperties.class)
final class SchemaAutoConfiguration {

    @Bean
    EntityTables lockstileEntityTables(
            ObjectProvider<PersistenceManagedTypes> managed,
            ObjectProvider<PhysicalNamingStrategy> naming,
            Environment environment) {
        List<Class<?>> classes = new ArrayList<>();
        managed.ifAvailable(types ->
                types.getManagedClassNames().forEach(name -> classes.add(ClassUtils.resolveClassName(name, null))));
        return new EntityTables(classes, TableNaming.of(naming, environment));
    }

    @Bean
    @ConditionalOnMissingBean
    AuthSchema lockstileSchema(
            DataSource database, SchemaProperties properties, EntityTables tables, ListableBeanFactory beans) {
        AuthSchemaBuilder builder = AuthSchema.builder(database);
        if (properties.tables() == SchemaProperties.Tables.USED) {
            tables.used().ifPresent(used -> builder.onlyTables(withAuditTrail(used, beans)));
        }
        if (properties.mode() == SchemaProperties.Mode.NONE) {
            tables.usable(builder);
        } else {
            if (tables.isAmbiguous()) {
                tables.require(new UnannotatedEntities(beans));
            }
            builder.keyType(tables.keyType()).tables(tables.names());
        }
        if (properties.changeLog() == null) {
            // the same history table may hold what the application's own Liquibase has run
            builder.allowRowsFrom("");
        } else {
            builder.hostChangelog(properties.changeLog().replaceFirst("^classpath:/?", ""));
        }
        if (properties.lockTimeout() != null) {
            builder.lockTimeout(properties.lockTimeout());
        }
        return builder.build();
    }

    /** The audit trail has no entity. Its bean needs the entity manager factory and is not made here. */
    private static Set<AuthTable> withAuditTrail(Set<AuthTable> entities, ListableBeanFactory beans) {
        Set<AuthTable> used = new HashSet<>(entities);
        if (beans.getBeanNamesForType(AuditTrail.class, true, false).length > 0) {
            used.add(AuthTable.AUDIT);
        }
        return used;
    }

    @Bean
    @ConditionalOnProperty(name = "lockstile.schema.mode", havingValue = "migrate", matchIfMissing = true)
    SchemaMigration lockstileSchemaMigration(
            AuthSchema schema,
            EntityTables tables,
            ObjectProvider<PersistenceManagedTypes> managed,
            BeanFactory beans) {
        // an application with an entity manager factory of its own does not tell its entities here; JPA names what is
        // missing
        if (beans.containsBean("lockstileStore") && managed.getIfAvailable() != null) {
            tables.require(new UnannotatedEntities(beans));
            beans.getBeanProvider(SetupCheck.class).forEach(check -> check.check(tables.managed()));
        }
        return new SchemaMigration(schema);
    }

    @Bean
    @ConditionalOnProperty(name = "lockstile.schema.mode", havingValue = "validate")
    SchemaValidation lockstileSchemaValidation(AuthSchema schema) {
        return new SchemaValidation(schema);
    }

    /**
     * Where Hibernate makes the tables, they may be missing yet; where it changes names, ours are not those it looks
     * for.
     */
    @Bean
    @ConditionalOnProperty(name = "lockstile.schema.mode", havingValue = "none")
    @ConditionalOnProperty(name = "spring.jpa.hibernate.ddl-auto", havingValue = "validate")
    @ConditionalOnProperty(
            prefix = "spring.jpa.properties.hibernate",
            name = {"default_schema", "default_catalog", "globally_quoted_identifiers"},
            havingValue = "false",
            matchIfMissing = true)
    TablePresence lockstileTablePresence(DataSource database, EntityTables tables) {
        return new TablePresence(database, tables.unqualifiedNames());
    }

    /** Keeps Hibernate from dropping and making the tables on an embedded database, unless it is told to. */
    @Bean
    @ConditionalOnProperty(name = "lockstile.schema.mode", havingValue = "migrate", matchIfMissing = true)
    SchemaManagementProvider lockstileSchemaManagement() {
        return database -> SchemaManagement.MANAGED;
    }

    /** Where the application migrates its own tables by Flyway. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({Flyway.class, FlywayConfigurationCustomizer.class})
    @ConditionalOnProperty(name = "lockstile.schema.mode", havingValue = "migrate", matchIfMissing = true)
    static final class BesideFlyway {

        @Bean
        FlywayConfigurationCustomizer lockstileFlywayBaseline(AuthSchema schema, SchemaMigration migrated) {
            return new FlywayBaseline(schema);
        }
    }
}
