package dev.lockstile.auth.spring.internal.settings;

import java.util.List;

/** All groups of properties of the starter, those of absent modules too. */
public final class OwnProperties {

    /** Their types, each with its prefix in its annotation. */
    public static final List<Class<?>> TYPES = List.of(
            ApiKeyProperties.class,
            CleanupProperties.class,
            CodeProperties.class,
            DevelopmentProperties.class,
            EmailProperties.class,
            FactorProperties.class,
            FlowProperties.class,
            HttpProperties.class,
            ImpersonationProperties.class,
            KeyProperties.class,
            LimitProperties.class,
            LinkProperties.class,
            NoticeProperties.class,
            PagesProperties.class,
            PasskeyProperties.class,
            PasswordProperties.class,
            RoleProperties.class,
            SchemaProperties.class,
            SecurityProperties.class,
            ServiceProperties.class,
            SessionProperties.class,
            SignUpProperties.class,
            SmsProperties.class,
            SocialProperties.class,
            TokenProperties.class);

    private OwnProperties() {}
}
