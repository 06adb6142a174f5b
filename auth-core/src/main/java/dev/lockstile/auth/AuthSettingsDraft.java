package dev.lockstile.auth;

import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.account.SignInMethods;
import dev.lockstile.auth.account.SignUpSettings;
import dev.lockstile.auth.otp.CodeSettings;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.SessionSettings;
import dev.lockstile.auth.token.TokenSettings;
import java.util.Locale;

/** The components of settings while one of them changes. */
final class AuthSettingsDraft {
    String service;
    Locale locale;
    TokenSettings tokens;
    SessionSettings sessions;
    CodeSettings codes;
    PasswordSettings passwords;
    LinkSettings links;
    SignUpSettings signUp;
    ThrottleSettings throttles;
    SignInMethods signInMethods;

    AuthSettingsDraft(AuthSettings of) {
        service = of.service();
        locale = of.locale();
        tokens = of.tokens();
        sessions = of.sessions();
        codes = of.codes();
        passwords = of.passwords();
        links = of.links();
        signUp = of.signUp();
        throttles = of.throttles();
        signInMethods = of.signInMethods();
    }

    AuthSettings build() {
        return new AuthSettings(
                service, locale, tokens, sessions, codes, passwords, links, signUp, throttles, signInMethods);
    }
}
