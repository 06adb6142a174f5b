package example.bookbarn;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.cli.HostSchema;
import dev.lockstile.auth.cli.ManagedHost;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.password.PasswordFormats;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.schema.tools.EntityModel;
import dev.lockstile.auth.store.AuthStore;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the manage commands need of the shop. */
final class ManagedBookbarn implements ManagedHost {

    private final HikariDataSource pool;
    private final Path resources;
    private @Nullable EntityManagerFactory entities;

    /** On the database at that address. */
    public ManagedBookbarn(String url, Path resources) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        this.pool = new HikariDataSource(config);
        this.resources = resources;
    }

    @Override
    public HostSchema schema() {
        return new HostSchema(Bookbarn.schema(pool), EntityModel.of(Bookbarn.unit()), resources);
    }

    @Override
    public AuthStore store() {
        return JpaAuthStore.of(entities());
    }

    @Override
    public EntityManagerFactory entities() {
        EntityManagerFactory opened = entities;
        if (opened == null) {
            opened = Bookbarn.unit()
                    .property("hibernate.connection.datasource", pool)
                    .property("hibernate.hbm2ddl.auto", "validate")
                    .createEntityManagerFactory();
            entities = opened;
        }
        return opened;
    }

    @Override
    public PasswordFormats passwordFormats() {
        return Passwords.of(PasswordSettings.owasp()).formats();
    }

    @Override
    public void close() {
        if (entities != null) {
            entities.close();
        }
        pool.close();
    }
}
