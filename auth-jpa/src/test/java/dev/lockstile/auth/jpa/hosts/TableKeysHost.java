package dev.lockstile.auth.jpa.hosts;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.model.AbstractOtpCode;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.AbstractSession;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A host whose users take their keys from a row of a table, which Hibernate makes with its first key. */
public final class TableKeysHost implements AutoCloseable {

    private final HikariDataSource pool;
    private EntityManagerFactory emf;

    public TableKeysHost(TestDatabase database) {
        this.pool = MigratedHosts.open(TestHost.PLAIN, database, config -> {});
        this.emf = open();
    }

    private EntityManagerFactory open() {
        PersistenceConfiguration unit = new PersistenceConfiguration("table_keys");
        List.of(User.class, Profile.class, OtpCode.class, Session.class).forEach(unit::managedClass);
        unit.property("hibernate.connection.datasource", pool);
        unit.property("hibernate.hbm2ddl.auto", "update");
        return unit.createEntityManagerFactory();
    }

    public JpaAuthStore store() {
        return JpaAuthStore.builder(emf).build();
    }

    /** Another process, which takes a block of keys anew. */
    public void restart() {
        emf.close();
        emf = open();
    }

    /** Runs plain SQL. */
    public void sql(String... statements) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        emf.close();
        pool.close();
    }

    @Entity
    @Table(name = "auth_user")
    static class User extends AbstractUser {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "user_keys")
        @TableGenerator(
                name = "user_keys",
                table = "key_rows",
                pkColumnName = "kind",
                valueColumnName = "last_key",
                pkColumnValue = "users",
                allocationSize = 1)
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }

    @Entity
    @Table(name = "auth_profile")
    static class Profile extends AbstractProfile<User> {
        @Id
        @GeneratedValue
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }

    @Entity
    @Table(name = "auth_otp_code")
    static class OtpCode extends AbstractOtpCode {
        @Id
        @GeneratedValue
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }

    @Entity
    @Table(name = "auth_session")
    static class Session extends AbstractSession<User> {
        @Id
        @GeneratedValue
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }
}
