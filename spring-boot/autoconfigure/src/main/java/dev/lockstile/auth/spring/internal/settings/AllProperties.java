package dev.lockstile.auth.spring.internal.settings;

/** The groups of properties that settings are made from. */
public record AllProperties(
        ServiceProperties service,
        TokenProperties tokens,
        SessionProperties sessions,
        CodeProperties codes,
        LinkProperties links,
        SignUpProperties signUp,
        PasswordProperties passwords,
        LimitProperties limits,
        PagesProperties pages) {}
