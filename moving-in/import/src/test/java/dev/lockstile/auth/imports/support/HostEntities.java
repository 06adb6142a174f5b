package dev.lockstile.auth.imports.support;

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
import dev.lockstile.auth.model.AbstractTrustedBrowser;
import dev.lockstile.auth.model.AbstractUser;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** A host's entities, without anything of its own. */
final class HostEntities {

    static final List<Class<?>> ALL = List.of(
            User.class,
            Profile.class,
            Device.class,
            OtpCode.class,
            Session.class,
            SocialAccount.class,
            LegacyLink.class,
            Totp.class,
            RecoveryCode.class,
            Passkey.class,
            TrustedBrowser.class,
            AuthChallenge.class);

    private HostEntities() {}

    @Entity(name = "User")
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

    @Entity(name = "Profile")
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

    @Entity(name = "Device")
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

    @Entity(name = "OtpCode")
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

    @Entity(name = "Session")
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

    @Entity(name = "SocialAccount")
    @Table(name = "auth_social_account")
    static class SocialAccount extends AbstractSocialAccount<User> {
        @Id
        @GeneratedValue
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }

    @Entity(name = "LegacyLink")
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

    @Entity(name = "Totp")
    @Table(name = "auth_totp")
    static class Totp extends AbstractTotp<User> {
        @Id
        @GeneratedValue
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }

    @Entity(name = "RecoveryCode")
    @Table(name = "auth_recovery_code")
    static class RecoveryCode extends AbstractRecoveryCode<User> {
        @Id
        @GeneratedValue
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }

    @Entity(name = "TrustedBrowser")
    @Table(name = "auth_trusted_browser")
    static class TrustedBrowser extends AbstractTrustedBrowser<User> {
        @Id
        @GeneratedValue
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }

    @Entity(name = "AuthChallenge")
    @Table(name = "auth_challenge")
    static class AuthChallenge extends AbstractAuthChallenge {
        @Id
        @GeneratedValue
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }

    @Entity(name = "Passkey")
    @Table(name = "auth_passkey")
    static class Passkey extends AbstractPasskey<User> {
        @Id
        @GeneratedValue
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }
}
