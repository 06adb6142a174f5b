package dev.lockstile.benchmarks.internal.host;

import dev.lockstile.auth.model.AbstractDevice;
import dev.lockstile.auth.model.AbstractEmailLog;
import dev.lockstile.auth.model.AbstractLegacyLink;
import dev.lockstile.auth.model.AbstractOtpCode;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.AbstractSession;
import dev.lockstile.auth.model.AbstractSmsLog;
import dev.lockstile.auth.model.AbstractUser;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.Table;
import java.util.List;
import javax.sql.DataSource;

/** A small host application: its entities, on the tables the library makes. */
public final class BenchHost {

    private static final List<Class<?>> ENTITIES = List.of(
            User.class,
            Profile.class,
            OtpCode.class,
            Session.class,
            Device.class,
            SmsLog.class,
            EmailLog.class,
            LegacyLink.class);

    private BenchHost() {}

    /** The persistence unit on a database that has the tables. */
    public static EntityManagerFactory open(DataSource database) {
        PersistenceConfiguration unit = new PersistenceConfiguration("benchmarks");
        ENTITIES.forEach(unit::managedClass);
        unit.property("hibernate.connection.datasource", database);
        unit.property("hibernate.hbm2ddl.auto", "none");
        return unit.createEntityManagerFactory();
    }

    @Entity
    @Table(name = "auth_user")
    static class User extends AbstractUser {
        @Id
        @GeneratedValue
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

    @Entity
    @Table(name = "auth_device")
    static class Device extends AbstractDevice<User> {
        @Id
        @GeneratedValue
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }

    @Entity
    @Table(name = "auth_sms_log")
    static class SmsLog extends AbstractSmsLog {
        @Id
        @GeneratedValue
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }

    @Entity
    @Table(name = "auth_email_log")
    static class EmailLog extends AbstractEmailLog {
        @Id
        @GeneratedValue
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }

    @Entity
    @Table(name = "auth_legacy_link")
    static class LegacyLink extends AbstractLegacyLink {
        @Id
        @GeneratedValue
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }
}
