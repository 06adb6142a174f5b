package dev.lockstile.auth.schema.hosts;

import dev.lockstile.auth.model.AbstractAuthEvent;
import dev.lockstile.auth.model.AbstractDevice;
import dev.lockstile.auth.model.AbstractEmailLog;
import dev.lockstile.auth.model.AbstractLegacyLink;
import dev.lockstile.auth.model.AbstractOtpCode;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.AbstractSession;
import dev.lockstile.auth.model.AbstractSmsLog;
import dev.lockstile.auth.model.AbstractSocialAccount;
import dev.lockstile.auth.model.AbstractUser;
import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import java.util.UUID;

/** A host whose old tables keep their own names, keys of several types, and columns of their own. */
public final class LegacyHost {

    static final List<Class<?>> ENTITIES = List.of(
            User.class,
            Profile.class,
            Device.class,
            OtpCode.class,
            Session.class,
            SmsLog.class,
            EmailLog.class,
            SocialAccount.class,
            AuthEvent.class,
            LegacyLink.class);

    private LegacyHost() {}

    @Entity
    @Table(name = "people")
    @AttributeOverride(name = "email", column = @Column(name = "mail_address", length = 254))
    @AttributeOverride(name = "emailKey", column = @Column(name = "mail_owner", length = 64, unique = true))
    @AttributeOverride(name = "passwordHash", column = @Column(name = "password", length = 512))
    @AttributeOverride(name = "joinedAt", column = @Column(name = "date_joined", nullable = false))
    public static class User extends AbstractUser {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer personNo;

        @Column(name = "nickname", length = 40)
        public String nickname;

        @Override
        public Integer getId() {
            return personNo;
        }
    }

    @Entity
    @Table(name = "person_roles")
    @AssociationOverride(name = "user", joinColumns = @JoinColumn(name = "person_no", nullable = false))
    @AttributeOverride(name = "role", column = @Column(name = "kind", length = 30, nullable = false))
    static class Profile extends AbstractProfile<User> {
        @Id
        @GeneratedValue
        UUID profileKey;

        @Column(name = "nickname", length = 40)
        String nickname;

        @Override
        public UUID getId() {
            return profileKey;
        }
    }

    @Entity
    @Table(name = "handsets")
    @AssociationOverride(name = "user", joinColumns = @JoinColumn(name = "person_no", nullable = false))
    static class Device extends AbstractDevice<User> {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }

    @Entity
    @Table(name = "pins")
    @AttributeOverride(name = "codeDigest", column = @Column(name = "digest", length = 120, nullable = false))
    static class OtpCode extends AbstractOtpCode {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }

    @Entity
    @Table(name = "signins")
    @AssociationOverride(name = "user", joinColumns = @JoinColumn(name = "person_no", nullable = false))
    @AttributeOverride(name = "tokenDigest", column = @Column(name = "refresh_digest", length = 64, nullable = false))
    static class Session extends AbstractSession<User> {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        String id;

        @Override
        public String getId() {
            return id;
        }
    }

    @Entity
    @Table(name = "sms_out")
    static class SmsLog extends AbstractSmsLog {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }

    @Entity
    @Table(name = "mail_out")
    static class EmailLog extends AbstractEmailLog {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }

    @Entity
    @Table(name = "externals", uniqueConstraints = @UniqueConstraint(columnNames = {"provider", "provider_user_id"}))
    @AssociationOverride(name = "user", joinColumns = @JoinColumn(name = "person_no", nullable = false))
    static class SocialAccount extends AbstractSocialAccount<User> {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }

    @Entity
    @Table(name = "audit")
    static class AuthEvent extends AbstractAuthEvent {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }

    @Entity
    @Table(name = "origins")
    static class LegacyLink extends AbstractLegacyLink {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }
}
