package dev.lockstile.examples.quickstart;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.cli.HostSchema;
import dev.lockstile.auth.jpa.JpaAuditTrail;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.jpa.PostgresTimeouts;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.tools.EntityModel;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.examples.quickstart.model.AuthChallenge;
import dev.lockstile.examples.quickstart.model.AuthEvent;
import dev.lockstile.examples.quickstart.model.Device;
import dev.lockstile.examples.quickstart.model.EmailLog;
import dev.lockstile.examples.quickstart.model.LegacyLink;
import dev.lockstile.examples.quickstart.model.OtpCode;
import dev.lockstile.examples.quickstart.model.Passkey;
import dev.lockstile.examples.quickstart.model.Profile;
import dev.lockstile.examples.quickstart.model.RecoveryCode;
import dev.lockstile.examples.quickstart.model.Session;
import dev.lockstile.examples.quickstart.model.SmsLog;
import dev.lockstile.examples.quickstart.model.SocialAccount;
import dev.lockstile.examples.quickstart.model.Totp;
import dev.lockstile.examples.quickstart.model.TrustedBrowser;
import dev.lockstile.examples.quickstart.model.User;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.SchemaValidationException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The host's database: pool, schema, entities, and the library's store on top of them. */
final class Database implements AutoCloseable {

    /** Where makemigrations finds the changelog: ./quickstart is called in the root of the checkout. */
    private static final Path RESOURCES = Path.of("examples/quickstart/src/main/resources");

    private static final List<Class<?>> ENTITIES = List.of(
            User.class,
            Profile.class,
            OtpCode.class,
            Session.class,
            Device.class,
            SocialAccount.class,
            SmsLog.class,
            EmailLog.class,
            LegacyLink.class,
            Totp.class,
            Passkey.class,
            RecoveryCode.class,
            TrustedBrowser.class,
            AuthChallenge.class,
            AuthEvent.class);

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
            schema(pool).migrate();
            EntityManagerFactory ready = entities.join();
            ready.getSchemaManager().validate();
            return new Database(pool, ready);
        } catch (RuntimeException | SchemaValidationException e) {
            entities.thenAccept(EntityManagerFactory::close);
            pool.close();
            throw new IllegalStateException("the database cannot be opened", e);
        }
    }

    /** Opens the database on its tables as they are, for a look at them: nothing is brought up to date or validated. */
    static Database openAsIs(QuickstartSettings settings) {
        HikariDataSource pool = pool(settings);
        try {
            return new Database(pool, entities(pool));
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /** The schema, for the manage commands that look into it. */
    static HostSchema hostSchema(HikariDataSource pool) {
        return new HostSchema(schema(pool), EntityModel.of(unit()), RESOURCES);
    }

    JpaAuthStore store() {
        return store;
    }

    /** The host's own rows. */
    EntityManagerFactory entities() {
        return entities;
    }

    /** What happened, written down so that tampering shows. */
    JpaAuditTrail auditTrail(Secret keys) {
        return store.auditTrail(keys);
    }

    @Override
    public void close() {
        entities.close();
        pool.close();
    }

    private static AuthSchema schema(HikariDataSource pool) {
        return AuthSchema.builder(pool)
                .hostChangelog("quickstart/changelog.xml")
                .build();
    }

    private static PersistenceConfiguration unit() {
        PersistenceConfiguration unit = new PersistenceConfiguration("quickstart");
        ENTITIES.forEach(unit::managedClass);
        return unit;
    }

    private static EntityManagerFactory entities(HikariDataSource pool) {
        return unit().property("hibernate.connection.datasource", pool).createEntityManagerFactory();
    }

    /** Connections to it. */
    static HikariDataSource pool(QuickstartSettings quickstart) {
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
