package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.model.AbstractAuthChallenge;
import dev.lockstile.auth.model.AbstractDevice;
import dev.lockstile.auth.model.AbstractLegacyLink;
import dev.lockstile.auth.model.AbstractOtpCode;
import dev.lockstile.auth.model.AbstractPasskey;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.AbstractRecoveryCode;
import dev.lockstile.auth.model.AbstractSession;
import dev.lockstile.auth.model.AbstractSocialAccount;
import dev.lockstile.auth.model.AbstractTotp;
import dev.lockstile.auth.model.AbstractUser;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The smallest entities there can be, one per part: what Hibernate says of their columns is what the parts need. */
final class Templates {

    private Templates() {}

    @Entity(name = "User")
    @Table(name = "user_template")
    static class User extends AbstractUser {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;

        @Override
        public @Nullable Long getId() {
            return id;
        }
    }

    @Entity(name = "Profile")
    @Table(name = "profile_template")
    static class Profile extends AbstractProfile<User> {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;

        @Override
        public @Nullable Long getId() {
            return id;
        }
    }

    @Entity(name = "Device")
    @Table(name = "device_template")
    static class Device extends AbstractDevice<User> {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;

        @Override
        public @Nullable Long getId() {
            return id;
        }
    }

    @Entity(name = "SocialAccount")
    @Table(name = "social_template")
    static class Social extends AbstractSocialAccount<User> {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;

        @Override
        public @Nullable Long getId() {
            return id;
        }
    }

    @Entity(name = "OtpCode")
    @Table(name = "code_template")
    static class Code extends AbstractOtpCode {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;

        @Override
        public @Nullable Long getId() {
            return id;
        }
    }

    @Entity(name = "Session")
    @Table(name = "session_template")
    static class Session extends AbstractSession<User> {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;

        @Override
        public @Nullable Long getId() {
            return id;
        }
    }

    @Entity(name = "LegacyLink")
    @Table(name = "link_template")
    static class Link extends AbstractLegacyLink {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;

        @Override
        public @Nullable Long getId() {
            return id;
        }
    }

    @Entity(name = "Totp")
    @Table(name = "totp_template")
    static class Totp extends AbstractTotp<User> {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;

        @Override
        public @Nullable Long getId() {
            return id;
        }
    }

    @Entity(name = "RecoveryCode")
    @Table(name = "recovery_template")
    static class RecoveryCode extends AbstractRecoveryCode<User> {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;

        @Override
        public @Nullable Long getId() {
            return id;
        }
    }

    @Entity(name = "AuthChallenge")
    @Table(name = "challenge_template")
    static class AuthChallenge extends AbstractAuthChallenge {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;

        @Override
        public @Nullable Long getId() {
            return id;
        }
    }

    @Entity(name = "Passkey")
    @Table(name = "passkey_template")
    static class Passkey extends AbstractPasskey<User> {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;

        @Override
        public @Nullable Long getId() {
            return id;
        }
    }
}
