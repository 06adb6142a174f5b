package dev.lockstile.auth.jpa.internal.host;

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
import org.jspecify.annotations.Nullable;

/** The host's entities by their part, and the two tables that are the library's own. Null: the host keeps none. */
public record HostModel(
        HostEntity<AbstractUser> user,
        HostEntity<AbstractProfile<AbstractUser>> profile,
        HostEntity<AbstractOtpCode> code,
        HostEntity<AbstractSession<AbstractUser>> session,
        @Nullable HostEntity<AbstractDevice<AbstractUser>> device,
        @Nullable HostEntity<AbstractSocialAccount<AbstractUser>> social,
        @Nullable HostEntity<AbstractSmsLog> smsLog,
        @Nullable HostEntity<AbstractEmailLog> emailLog,
        @Nullable HostEntity<AbstractLegacyLink> legacyLink,
        @Nullable HostEntity<AbstractAuthEvent> authEvent,
        Factors factors,
        @Nullable HostEntity<AbstractApiKey<AbstractUser>> apiKey,
        @Nullable HostEntity<AbstractFormerPassword<AbstractUser>> formerPassword) {

    public @Nullable HostEntity<AbstractPasskey<AbstractUser>> passkey() {
        return factors.passkey();
    }

    public @Nullable HostEntity<AbstractTotp<AbstractUser>> totp() {
        return factors.totp();
    }

    public @Nullable HostEntity<AbstractRecoveryCode<AbstractUser>> recoveryCode() {
        return factors.recoveryCode();
    }

    public @Nullable HostEntity<AbstractTrustedBrowser<AbstractUser>> trustedBrowser() {
        return factors.trustedBrowser();
    }

    public @Nullable HostEntity<AbstractAuthChallenge> challenge() {
        return factors.challenge();
    }

    /** The entities of second factors. */
    public record Factors(
            @Nullable HostEntity<AbstractTotp<AbstractUser>> totp,
            @Nullable HostEntity<AbstractPasskey<AbstractUser>> passkey,
            @Nullable HostEntity<AbstractRecoveryCode<AbstractUser>> recoveryCode,
            @Nullable HostEntity<AbstractTrustedBrowser<AbstractUser>> trustedBrowser,
            @Nullable HostEntity<AbstractAuthChallenge> challenge) {}
}
