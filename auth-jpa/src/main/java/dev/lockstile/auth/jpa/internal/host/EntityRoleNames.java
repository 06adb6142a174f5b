package dev.lockstile.auth.jpa.internal.host;

import dev.lockstile.auth.model.AbstractEmailLog;
import dev.lockstile.auth.model.AbstractLegacyLink;
import dev.lockstile.auth.model.AbstractOtpCode;
import dev.lockstile.auth.model.AbstractSmsLog;
import dev.lockstile.auth.model.AbstractSocialAccount;
import java.util.Locale;
import java.util.Map;

/** The builder's word for each part. */
final class EntityRoleNames {

    private static final Map<Class<?>, String> VERBS = Map.of(
            AbstractOtpCode.class, "code",
            AbstractSocialAccount.class, "social",
            AbstractSmsLog.class, "smsLog",
            AbstractEmailLog.class, "emailLog",
            AbstractLegacyLink.class, "legacyLink");

    private EntityRoleNames() {}

    static String verb(Class<?> part) {
        String plain = part.getSimpleName().replace("Abstract", "").toLowerCase(Locale.ROOT);
        return VERBS.getOrDefault(part, plain.equals("authevent") ? "authEvent" : plain);
    }
}
