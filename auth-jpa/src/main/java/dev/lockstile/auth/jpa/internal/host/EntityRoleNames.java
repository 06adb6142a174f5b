package dev.lockstile.auth.jpa.internal.host;

import dev.lockstile.auth.model.AbstractApiKey;
import dev.lockstile.auth.model.AbstractAuthChallenge;
import dev.lockstile.auth.model.AbstractEmailLog;
import dev.lockstile.auth.model.AbstractFormerPassword;
import dev.lockstile.auth.model.AbstractLegacyLink;
import dev.lockstile.auth.model.AbstractOtpCode;
import dev.lockstile.auth.model.AbstractRecoveryCode;
import dev.lockstile.auth.model.AbstractSmsLog;
import dev.lockstile.auth.model.AbstractSocialAccount;
import dev.lockstile.auth.model.AbstractTrustedBrowser;
import java.util.Locale;
import java.util.Map;

/** The builder's word for each part. */
final class EntityRoleNames {

    private static final Map<Class<?>, String> VERBS = Map.of(
            AbstractOtpCode.class, "code",
            AbstractSocialAccount.class, "social",
            AbstractSmsLog.class, "smsLog",
            AbstractEmailLog.class, "emailLog",
            AbstractLegacyLink.class, "legacyLink",
            AbstractRecoveryCode.class, "recoveryCode",
            AbstractTrustedBrowser.class, "trustedBrowser",
            AbstractAuthChallenge.class, "challenge",
            AbstractApiKey.class, "apiKey",
            AbstractFormerPassword.class, "formerPassword");

    private EntityRoleNames() {}

    static String verb(Class<?> part) {
        String plain = part.getSimpleName().replace("Abstract", "").toLowerCase(Locale.ROOT);
        return VERBS.getOrDefault(part, plain.equals("authevent") ? "authEvent" : plain);
    }
}
