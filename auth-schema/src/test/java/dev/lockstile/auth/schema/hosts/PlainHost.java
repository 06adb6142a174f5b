package dev.lockstile.auth.schema.hosts;

import dev.lockstile.auth.model.AbstractApiKey;
import dev.lockstile.auth.model.AbstractAuthChallenge;
import dev.lockstile.auth.model.AbstractAuthEvent;
import dev.lockstile.auth.model.AbstractDevice;
import dev.lockstile.auth.model.AbstractEmailLog;
import dev.lockstile.auth.model.AbstractFormerPassword;
import dev.lockstile.auth.model.AbstractLegacyLink;
import dev.lockstile.auth.model.AbstractOtpCode;
import dev.lockstile.auth.model.AbstractPasskey;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.AbstractRecoveryCode;
import dev.lockstile.auth.model.AbstractSession;
import dev.lockstile.auth.model.AbstractSmsLog;
import dev.lockstile.auth.model.AbstractSocialAccount;
import dev.lockstile.auth.model.AbstractTotp;
import dev.lockstile.auth.model.AbstractTrustedBrowser;
import dev.lockstile.auth.model.AbstractUser;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** The simplest host: numbers from sequences, names as they come. */
public final class PlainHost {

    public static final List<Class<?>> ENTITIES = List.of(
            User.class,
            Profile.class,
            Device.class,
            OtpCode.class,
            Session.class,
            SmsLog.class,
            EmailLog.class,
            SocialAccount.class,
            AuthEvent.class,
            LegacyLink.class,
            Totp.class,
            Passkey.class,
            RecoveryCode.class,
            TrustedBrowser.class,
            AuthChallenge.class,
            ApiKey.class,
            FormerPassword.class);

    private PlainHost() {}

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

    @Entity
    @Table(name = "auth_event")
    static class AuthEvent extends AbstractAuthEvent {
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

    @Entity
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

    @Entity
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

    @Entity
    @Table(name = "auth_api_key")
    static class ApiKey extends AbstractApiKey<User> {
        @Id
        @GeneratedValue
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }

    @Entity
    @Table(name = "auth_former_password")
    static class FormerPassword extends AbstractFormerPassword<User> {
        @Id
        @GeneratedValue
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }

    @Entity
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

    @Entity
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

    @Entity
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
}
