package dev.lockstile.auth.outcome;

import java.util.Locale;

/**
 * Why a call was refused. A client program reads {@link #code()}; a code is never renamed. One refusal stands for every
 * reason that an attacker could tell accounts apart by (ASVS 6.3.8).
 */
public enum Refusal {
    /** A field is wrong; {@link Outcome.Refused#problems} names it. */
    INVALID_INPUT,
    /** The sign-in failed: unknown, wrong, disabled, deleted and unproven look alike. */
    INVALID_CREDENTIALS,
    /** The code is wrong, used, replaced, expired or out of attempts. */
    INVALID_CODE,
    /** The text has not the form of a code. No attempt was spent. */
    MALFORMED_CODE,
    /** The link is wrong, used, replaced or expired. */
    INVALID_LINK,
    /** The refresh token is unknown, used or over; or the API key is unknown, revoked or expired. */
    INVALID_TOKEN,
    /** The second factor is wrong, used, expired or paused, or its challenge is. */
    INVALID_SECOND_FACTOR,
    /** The passkey is not what was asked for, came too late or twice, or is registered already. */
    INVALID_PASSKEY,
    /** The password is not the account's; told to its signed-in owner alone. */
    WRONG_PASSWORD,
    /** A mobile client has to say which device it is. */
    DEVICE_REQUIRED,
    /** The caller's session is over. */
    SESSION_ENDED,
    /** The caller has to prove again who they are, with the second factor where the account has one (RFC 9470). */
    STEP_UP_REQUIRED,
    /** The account has a second factor, and the caller's session has not shown it. */
    SECOND_FACTOR_REQUIRED,
    /** The host asks for a proof of the account's mailbox: a sign-in by a code or link sent there goes on. */
    EMAIL_CODE_REQUIRED,
    /**
     * The password was right and has to be replaced before a session opens: {@link Outcome.Refused#challenge} is the
     * ticket for it.
     */
    PASSWORD_CHANGE_REQUIRED,
    /** The client has to pass the host's check for people first. Nothing was counted. */
    HUMAN_CHECK_REQUIRED,
    /** The caller may not do this, or the host is against it. */
    FORBIDDEN,
    /** No such thing is there, or it is not the caller's. */
    NOT_FOUND,
    /** No such profile, or it is not the caller's. */
    PROFILE_NOT_FOUND,
    /** An account goes by that user name. */
    USERNAME_TAKEN,
    /** An account has that address; told to administrators alone. */
    EMAIL_TAKEN,
    /** An account has one of the identifiers; told to administrators alone. */
    IDENTIFIER_TAKEN,
    /** The account is not there, disabled or deleted; told to the host alone. */
    ACCOUNT_UNAVAILABLE,
    /** The account has no address or number that its owner has proven. */
    NO_PROVEN_ADDRESS,
    /** The last profile stays. */
    LAST_PROFILE,
    /** The account has as many profiles as one may have. */
    TOO_MANY_PROFILES,
    /** The account has an authenticator application already. */
    TOTP_ON,
    /** The host serves no authenticator applications. */
    TOTP_OFF,
    /** The host serves no passkeys. */
    PASSKEYS_OFF,
    /** The account has as many passkeys as one may have. */
    TOO_MANY_PASSKEYS,
    /** The host keeps no audit trail that can be read. */
    ACTIVITY_OFF,
    /** The host serves no API keys. */
    API_KEYS_OFF,
    /** The host lets no staff act for accounts. */
    IMPERSONATION_OFF,
    /** The account has as many API keys as one may have. */
    TOO_MANY_API_KEYS,
    /** The account has no second factor that recovery codes could stand in for. */
    NO_SECOND_FACTOR,
    /** Without it nothing would sign the caller in. */
    LAST_SIGN_IN_METHOD,
    /** The host serves no sign-in with other sites. */
    SOCIAL_LOGIN_OFF,
    /** No provider has that name. */
    UNKNOWN_PROVIDER,
    /** A transaction of {@code SocialLogin#nonce} is to be named. */
    TRANSACTION_REQUIRED,
    /** A precheck uses nothing up, so it takes no authorization code. */
    CODE_NOT_CHECKED,
    /** Browsers are not sent to that address. */
    INVALID_RETURN_TO,
    /** The code was not sent to an address of the host. */
    INVALID_REDIRECT_URI,
    /** The provider's proof is wrong, used, too late or another client's, or its account may not sign in. */
    INVALID_SOCIAL_TOKEN,
    /** A callback's state is unknown, used, too late, of another provider or of another browser. */
    INVALID_STATE,
    /** The provider does not vouch for the address; told whether or not an account has it. */
    SOCIAL_EMAIL_NOT_VERIFIED,
    /** The provider told no address. */
    SOCIAL_EMAIL_MISSING,
    /** An account has proven the address, or none is opened: sign in otherwise and link the account. */
    SOCIAL_ACCOUNT_NOT_LINKED,
    /** The sign-in would open an account: the terms are to be accepted. */
    TERMS_REQUIRED,
    /** The account has to enrol a second factor, and the provider tells of no recent proof. */
    SOCIAL_PROOF_TOO_OLD,
    /** The account at the other site is linked to another account. */
    SOCIAL_ALREADY_LINKED,
    /** The account has no such account at another site linked. */
    SOCIAL_NOT_FOUND,
    /** More than one account of that provider is linked: name one. */
    ACCOUNT_ID_REQUIRED,
    /** The account at the other site is not suspended; told to administrators alone. */
    SOCIAL_NOT_SUSPENDED,
    /** The host serves no sign-in by link. */
    LOGIN_LINK_OFF,
    /**
     * Too many requests or tries, or the last code is too young; {@code retryAt} says when to try again, where that is
     * known.
     */
    THROTTLED,
    /** Passwords are hashed for other requests. Nothing was counted. */
    BUSY,
    /** Another site cannot be asked now. Nothing is said of the account. */
    UNAVAILABLE;

    /** {@return the stable code for the wire, such as {@code invalid_credentials}} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
