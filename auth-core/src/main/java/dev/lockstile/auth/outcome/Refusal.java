package dev.lockstile.auth.outcome;

import java.util.Locale;

/**
 * Why a call was refused. Clients read {@link #code()}; codes are never renamed. Reasons by which an attacker could
 * find out which accounts exist share one refusal (ASVS 6.3.8).
 */
public enum Refusal {
    /** A field is invalid; {@link Outcome.Refused#problems} names it. */
    INVALID_INPUT,
    /**
     * The sign-in failed. One refusal for an unknown identifier, a wrong password, and a disabled, deleted or
     * unverified account.
     */
    INVALID_CREDENTIALS,
    /** The code is wrong, used, replaced, expired or out of attempts. */
    INVALID_CODE,
    /** The text does not have the form of a code. No attempt was counted. */
    MALFORMED_CODE,
    /** The link is wrong, used, replaced or expired. */
    INVALID_LINK,
    /** The refresh token is unknown, used or expired; or the API key is unknown, revoked or expired. */
    INVALID_TOKEN,
    /** The second factor is wrong, used or paused after failures; or its challenge is unknown, used or expired. */
    INVALID_SECOND_FACTOR,
    /**
     * The passkey's answer does not match the challenge, came too late or a second time; or the passkey is already
     * registered.
     */
    INVALID_PASSKEY,
    /** The password is not the account's. Given to the signed-in owner only. */
    WRONG_PASSWORD,
    /** A mobile client has to name its device. */
    DEVICE_REQUIRED,
    /** The caller's session has ended. */
    SESSION_ENDED,
    /** The caller has to authenticate again, with the second factor where the account has one (RFC 9470). */
    STEP_UP_REQUIRED,
    /** The account has a second factor that was not presented in the caller's session. */
    SECOND_FACTOR_REQUIRED,
    /** The host requires proof of the account's mailbox: the client has to sign in by a code or link sent there. */
    EMAIL_CODE_REQUIRED,
    /**
     * The password was right but has to be replaced before a session is opened; {@link Outcome.Refused#challenge} is
     * the ticket for that.
     */
    PASSWORD_CHANGE_REQUIRED,
    /** The client has to pass the host's human check first. No attempt was counted. */
    HUMAN_CHECK_REQUIRED,
    /** The caller lacks the permission, or a hook of the host vetoed the call. */
    FORBIDDEN,
    /** The requested object does not exist or is not the caller's. */
    NOT_FOUND,
    /** The profile does not exist or is not the caller's. */
    PROFILE_NOT_FOUND,
    /** An account already has that user name. */
    USERNAME_TAKEN,
    /** An account already has that address. Given to administrators only. */
    EMAIL_TAKEN,
    /** An account already has one of the identifiers. Given to administrators only. */
    IDENTIFIER_TAKEN,
    /** The account does not exist, is disabled or deleted. Given to the host only. */
    ACCOUNT_UNAVAILABLE,
    /** The account has no verified address or number. */
    NO_PROVEN_ADDRESS,
    /** An account's last profile cannot be deleted. */
    LAST_PROFILE,
    /** The account has the maximum number of profiles. */
    TOO_MANY_PROFILES,
    /** The account has an authenticator application already. */
    TOTP_ON,
    /** The host does not offer authenticator applications. */
    TOTP_OFF,
    /** The host does not offer passkeys. */
    PASSKEYS_OFF,
    /** The account has the maximum number of passkeys. */
    TOO_MANY_PASSKEYS,
    /** The host keeps no audit trail that can be read. */
    ACTIVITY_OFF,
    /** The host does not offer API keys. */
    API_KEYS_OFF,
    /** The host does not let staff act on behalf of accounts. */
    IMPERSONATION_OFF,
    /** The account has the maximum number of API keys. */
    TOO_MANY_API_KEYS,
    /** The account has no second factor that recovery codes could replace. */
    NO_SECOND_FACTOR,
    /** It is the account's last sign-in method and cannot be removed. */
    LAST_SIGN_IN_METHOD,
    /** The host does not offer sign-in with other sites. */
    SOCIAL_LOGIN_OFF,
    /** No provider has that name. */
    UNKNOWN_PROVIDER,
    /** The request has to name a transaction of {@code SocialLogin#nonce}. */
    TRANSACTION_REQUIRED,
    /** A precheck accepts no authorization code, because it must not use one up. */
    CODE_NOT_CHECKED,
    /** The host does not redirect browsers to that address. */
    INVALID_RETURN_TO,
    /** The redirect URI of the authorization code is not one of the host's. */
    INVALID_REDIRECT_URI,
    /**
     * The provider's token or code is invalid, used, expired or issued to another client; or the account may not sign
     * in.
     */
    INVALID_SOCIAL_TOKEN,
    /** The {@code state} of a callback is unknown, used, expired, or of another provider or browser. */
    INVALID_STATE,
    /** The provider does not assert that the address is verified. The same answer whether or not an account has it. */
    SOCIAL_EMAIL_NOT_VERIFIED,
    /** The provider sent no address. */
    SOCIAL_EMAIL_MISSING,
    /**
     * An account has verified the address, or the host opens no account for it: the user has to sign in by another
     * method and link the account at the other site.
     */
    SOCIAL_ACCOUNT_NOT_LINKED,
    /** The sign-in would open an account, for which the user has to accept the terms. */
    TERMS_REQUIRED,
    /** The account has to enrol a second factor, and the provider reports no recent authentication. */
    SOCIAL_PROOF_TOO_OLD,
    /** The account at the other site is linked to another account. */
    SOCIAL_ALREADY_LINKED,
    /** No such account at another site is linked. */
    SOCIAL_NOT_FOUND,
    /** More than one account of that provider is linked: the request has to name one. */
    ACCOUNT_ID_REQUIRED,
    /** The account at the other site is not suspended. Given to administrators only. */
    SOCIAL_NOT_SUSPENDED,
    /** The host does not offer sign-in by link. */
    LOGIN_LINK_OFF,
    /**
     * Too many requests or attempts, or the cool-down of the last code is not over; {@code retryAt} is the time of the
     * next try, where it is known.
     */
    THROTTLED,
    /** All permits for hashing passwords are taken by other requests. No attempt was counted. */
    BUSY,
    /** Another site does not answer now. This says nothing about the account. */
    UNAVAILABLE;

    /** {@return the stable code for the wire, such as {@code invalid_credentials}} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
