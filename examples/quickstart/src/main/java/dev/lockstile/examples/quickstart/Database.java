package dev.lockstile.examples.quickstart;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.jpa.JpaAuditTrail;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.jpa.PostgresTimeouts;
import dev.lockstile.auth.jpa.schema.AuthSchema;
import dev.lockstile.examples.quickstart.model.Device;
import dev.lockstile.examples.quickstart.model.EmailLog;
import dev.lockstile.examples.quickstart.model.LegacyLink;
import dev.lockstile.examples.quickstart.model.OtpCode;
import dev.lockstile.examples.quickstart.model.Profile;
import dev.lockstile.examples.quickstart.model.Session;
import dev.lockstile.examples.quickstart.model.SmsLog;
import dev.lockstile.examples.quickstart.model.SocialAccount;
import dev.lockstile.examples.quickstart.model.User;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.SchemaValidationException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The host's database: pool, schema, entities, and the library's store on top of them. */
final class Database implements AutoCloseable {

    private static final List<Class<?>> ENTITIES = List.of(
            User.class,
            Profile.class,
            OtpCode.class,
            Session.class,
            Device.class,
            SocialAccount.class,
            SmsLog.class,
            EmailLog.class,
            LegacyLink.class);

    private final HikariDataSource pool;
    private final EntityManagerFactory entities;
    private final JpaAuthStore store;

    private Database(HikariDataSource pool, EntityManagerFactory entities) {
        this.pool = pool;
        this.entities = entities;
        this.store = JpaAuthStore.of(entities);
    }

    /** Opens the database on a schema that is up to date; Hibernate refuses to start on any other. */
    static Database open(QuickstartSettings settings) {
        HikariDataSource pool = pool(settings);
        // the two take as long as each other and need each other only at the end
        CompletableFuture<EntityManagerFactory> entities = CompletableFuture.supplyAsync(() -> entities(pool));
        try {
            migrate(pool);
            EntityManagerFactory ready = entities.join();
            ready.getSchemaManager().validate();
            return new Database(pool, ready);
        } catch (RuntimeException | SchemaValidationException e) {
            entities.thenAccept(EntityManagerFactory::close);
            pool.close();
            throw new IllegalStateException("the database cannot be opened", e);
        }
    }

    /** Brings the schema up to date and leaves the database. */
    static void migrate(QuickstartSettings settings) {
        try (HikariDataSource pool = pool(settings)) {
            migrate(pool);
        }
    }

    JpaAuthStore store() {
        return store;
    }

    /** The host's own rows. */
    EntityManagerFactory entities() {
        return entities;
    }

    /** What happened, written down so that tampering shows. */
    JpaAuditTrail auditTrail(AuthKeys keys) {
        return store.auditTrail(keys.auditKey());
    }

    @Override
    public void close() {
        entities.close();
        pool.close();
    }

    private static void migrate(HikariDataSource pool) {
        AuthSchema.builder(pool)
                .hostChangelog("quickstart/changelog.xml")
                .build()
                .migrate();
    }

    private static EntityManagerFactory entities(HikariDataSource pool) {
        PersistenceConfiguration configuration =
                new PersistenceConfiguration("quickstart").property("hibernate.connection.datasource", pool);
        ENTITIES.forEach(configuration::managedClass);
        return configuration.createEntityManagerFactory();
    }

    private static HikariDataSource pool(QuickstartSettings quickstart) {
        KeyFiles.prepare(quickstart.data());
        QuickstartSettings.Database settings = quickstart.database();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.url());
        if (!settings.user().isEmpty()) {
            config.setUsername(settings.user());
            config.setPassword(settings.password());
        }
        config.setMaximumPoolSize(10);
        config.setConnectionTimeout(5_000);
        if (settings.url().startsWith("jdbc:postgresql:")) {
            config.setConnectionInitSql(PostgresTimeouts.connectionInitSql());
        }
        return new HikariDataSource(config);
    }
}
