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
import java.util.function.Consumer;

/**
 * All lifetimes, limits and rules of the library. Start from a preset and replace groups one by one; a value outside
 * its bounds is refused with an {@link IllegalArgumentException}.
 *
 * @param service the host's name as users know it, 1 to 60 characters; it appears in messages, and a new password
 *     is refused if it is too short, or has no letter, without the name
 * @param locale language of messages to users who have not chosen one
 * @param tokens issuer, audience and lifetime of access tokens
 * @param sessions lifetimes and rules of sessions
 * @param codes length, life and attempts of one-time codes
 * @param passwords the rules for new passwords and how they are hashed
 * @param links the targets of links in messages, and their lifetime
 * @param signUp who may open an account, and how
 * @param throttles limits on requests, attempts and messages
 * @param signInMethods the methods that sign in, for the rule that an account's last one cannot be removed
 */
public record AuthSettings(
        String service,
        Locale locale,
        TokenSettings tokens,
        SessionSettings sessions,
        CodeSettings codes,
        PasswordSettings passwords,
        LinkSettings links,
        SignUpSettings signUp,
        ThrottleSettings throttles,
        SignInMethods signInMethods) {

    /**
     * Checks the service's name.
     *
     * @param service the host's name as users know it, 1 to 60 characters; it appears in messages, and a new
     *     password is refused if it is too short, or has no letter, without the name
     * @param locale language of messages to users who have not chosen one
     * @param tokens issuer, audience and lifetime of access tokens
     * @param sessions lifetimes and rules of sessions
     * @param codes length, life and attempts of one-time codes
     * @param passwords the rules for new passwords and how they are hashed
     * @param links the targets of links in messages, and their lifetime
     * @param signUp who may open an account, and how
     * @param throttles limits on requests, attempts and messages
     * @param signInMethods the methods that sign in, for the rule that an account's last one cannot be removed
     * @throws IllegalArgumentException for a service without a name, or with one of more than 60 characters
     */
    public AuthSettings {
        if (service.isBlank() || service.length() > 60) {
            throw new IllegalArgumentException("the service needs a name of 1 to 60 characters");
        }
    }

    /**
     * Creates settings with the standard sign-in methods.
     *
     * @param service the host's name as users know it, 1 to 60 characters; it appears in messages, and a new
     *     password is refused if it is too short, or has no letter, without the name
     * @param locale language of messages to users who have not chosen one
     * @param tokens issuer, audience and lifetime of access tokens
     * @param sessions lifetimes and rules of sessions
     * @param codes length, life and attempts of one-time codes
     * @param passwords the rules for new passwords and how they are hashed
     * @param links the targets of links in messages, and their lifetime
     * @param signUp who may open an account, and how
     * @param throttles limits on requests, attempts and messages
     */
    public AuthSettings(
            String service,
            Locale locale,
            TokenSettings tokens,
            SessionSettings sessions,
            CodeSettings codes,
            PasswordSettings passwords,
            LinkSettings links,
            SignUpSettings signUp,
            ThrottleSettings throttles) {
        this(service, locale, tokens, sessions, codes, passwords, links, signUp, throttles, SignInMethods.standard());
    }

    /**
     * {@return settings by the recommendations of OWASP: the default}
     *
     * @param service 1 to 60 characters, not blank
     * @param tokens issuer, audience and lifetime of access tokens
     * @param links the targets of links in messages, and their lifetime
     */
    public static AuthSettings owasp(String service, TokenSettings tokens, LinkSettings links) {
        return new AuthSettings(
                service,
                Locale.ENGLISH,
                tokens,
                SessionSettings.owasp(),
                CodeSettings.owasp(),
                PasswordSettings.owasp(),
                links,
                SignUpSettings.strict(),
                ThrottleSettings.owasp());
    }

    /**
     * {@return a copy with another language for messages to users who have not chosen one}
     *
     * @param newLocale for instance {@link Locale#FRENCH}
     */
    public AuthSettings withLocale(Locale newLocale) {
        return copy(draft -> draft.locale = newLocale);
    }

    /**
     * {@return a copy with other lifetimes and rules of sessions}
     *
     * @param newSessions replace those of these settings
     */
    public AuthSettings withSessions(SessionSettings newSessions) {
        return copy(draft -> draft.sessions = newSessions);
    }

    /**
     * {@return a copy with other one-time codes}
     *
     * @param newCodes replace those of these settings
     */
    public AuthSettings withCodes(CodeSettings newCodes) {
        return copy(draft -> draft.codes = newCodes);
    }

    /**
     * {@return a copy with other rules for passwords}
     *
     * @param newPasswords replace those of these settings
     */
    public AuthSettings withPasswords(PasswordSettings newPasswords) {
        return copy(draft -> draft.passwords = newPasswords);
    }

    /**
     * {@return a copy with other links in messages}
     *
     * @param newLinks replace those of these settings
     */
    public AuthSettings withLinks(LinkSettings newLinks) {
        return copy(draft -> draft.links = newLinks);
    }

    /**
     * {@return a copy with another rule of who may open an account}
     *
     * @param newSignUp replaces that of these settings
     */
    public AuthSettings withSignUp(SignUpSettings newSignUp) {
        return copy(draft -> draft.signUp = newSignUp);
    }

    /**
     * {@return a copy with other rate limits}
     *
     * @param newThrottles replace those of these settings
     */
    public AuthSettings withThrottles(ThrottleSettings newThrottles) {
        return copy(draft -> draft.throttles = newThrottles);
    }

    /**
     * {@return a copy with other sign-in methods}
     *
     * @param newMethods replace those of these settings
     */
    public AuthSettings withSignInMethods(SignInMethods newMethods) {
        return copy(draft -> draft.signInMethods = newMethods);
    }

    private AuthSettings copy(Consumer<AuthSettingsDraft> change) {
        AuthSettingsDraft draft = new AuthSettingsDraft(this);
        change.accept(draft);
        return draft.build();
    }
}
