package dev.lockstile.auth.http.internal.web;

import java.util.Locale;

/**
 * The stable codes of error answers: what a client program looks at. The text of {@code detail} beside it is for people
 * and comes in their language. A code is never renamed and keeps its status.
 */
public enum ErrorCode {
    /** The body is malformed or a field is wrong; {@code errors} names the fields. */
    INVALID_INPUT(400),
    /** A link to confirm, to reset or to sign in is wrong, used, replaced or expired: one answer for all. */
    INVALID_LINK(400),
    /** A browser came back from another site with a state that is unknown, used, too old or not this browser's. */
    INVALID_STATE(400),
    /** The other site does not vouch for the address; said whether or not an account here has it. */
    SOCIAL_EMAIL_NOT_VERIFIED(400),
    /** The other site told no address. */
    SOCIAL_EMAIL_MISSING(400),
    /** The sign-in would open an account: the terms are to be accepted. */
    TERMS_REQUIRED(400),
    /**
     * The login failed, for whatever reason: unknown, wrong, disabled, deleted and unproven look alike (ASVS 6.3.8).
     */
    INVALID_CREDENTIALS(401),
    /** The passkey is not what was asked for, came too late or twice, or is registered already. */
    INVALID_PASSKEY(400),
    /** A one-time code is wrong, used, replaced, expired or out of attempts: one answer for all. */
    INVALID_CODE(401),
    /** The second factor is wrong, used, expired or paused, or its challenge is: one answer for all. */
    INVALID_SECOND_FACTOR(401),
    /** What was brought from another site is wrong, used, too old or opens nothing: one answer for all. */
    INVALID_SOCIAL_TOKEN(401),
    /** The access or refresh token is not valid now, or its session is over. */
    INVALID_TOKEN(401),
    /** The endpoint needs a bearer token and got none. */
    NOT_AUTHENTICATED(401),
    /** The caller has to prove again who they are, at {@code step-up/}, and then may repeat the call (RFC 9470). */
    STEP_UP_REQUIRED(403),
    /**
     * The account has a second factor: {@code challenge_id} goes with it to {@code login/second-factor/}. At a step-up:
     * the second factor is to be shown, and neither a password nor a sent code will do.
     */
    SECOND_FACTOR_REQUIRED(403),
    /** The host asks for a sign-in by a code or link sent to the account's address. */
    EMAIL_CODE_REQUIRED(403),
    /**
     * The password was right and has to be replaced: {@code ticket} goes with a new one to {@code login/new-password/}.
     */
    PASSWORD_CHANGE_REQUIRED(403),
    /**
     * The account has to enrol a second factor at this sign-in, and the other site does not say that the person proved
     * who they are of late: sign in in another way, or prove it there.
     */
    SOCIAL_PROOF_TOO_OLD(403),
    /**
     * The caller may not do this, or the host is against it; or the bootstrap secret is wrong, not configured, or has
     * done its work.
     */
    FORBIDDEN(403),
    /**
     * The client has to pass the host's check for people first: {@code human_check} says what it wants, the header
     * {@code X-Human-Check} shows it. Nothing was counted or sent.
     */
    HUMAN_CHECK_REQUIRED(403),
    /** A request by cookie lacks the header {@code X-CSRF-Token}, or it does not fit the cookie. */
    CSRF_FAILED(403),
    /** Nothing is there, or it is not the caller's. */
    NOT_FOUND(404),
    /** No such profile, or it is not the caller's. */
    PROFILE_NOT_FOUND(404),
    /** The caller has no such account at another site linked. */
    SOCIAL_NOT_FOUND(404),
    /** Sign-in by other sites is not served here. */
    SOCIAL_LOGIN_OFF(404),
    /** Authenticator applications are not served here. */
    TOTP_OFF(404),
    /** Sign-in by link is not served here. */
    LOGIN_LINK_OFF(404),
    /** The host keeps no events that could be shown. */
    ACTIVITY_OFF(404),
    /** API keys are not served here. */
    API_KEYS_OFF(404),
    /** The host lets no staff act for accounts. */
    IMPERSONATION_OFF(404),
    /** Passkeys are not served here. */
    PASSKEYS_OFF(404),
    /** The host keeps no pictures. */
    PICTURES_OFF(404),
    /** The path does not take this method; {@code Allow} lists those it takes. */
    METHOD_NOT_ALLOWED(405),
    /** There is nothing that could be changed so. */
    UNCHANGED(409),
    /** Another account has that user name. */
    USERNAME_TAKEN(409),
    /** Another account has that address; told to administrators alone. */
    EMAIL_TAKEN(409),
    /** The account has an authenticator application already. */
    TOTP_ON(409),
    /** The account has no second factor that recovery codes could stand in for. */
    NO_SECOND_FACTOR(409),
    /** No reset of the account's second factors waits. */
    NO_RESET_WAITS(409),
    /** The account has no address or number that its owner has proven. */
    NO_PROVEN_ADDRESS(409),
    /** The address belongs to an account here, or sign-up is closed: sign in otherwise and link the account. */
    SOCIAL_ACCOUNT_NOT_LINKED(409),
    /** The account at the other site is not suspended. */
    SOCIAL_NOT_SUSPENDED(409),
    /** The account at the other site is linked to another account. */
    SOCIAL_ALREADY_LINKED(409),
    /** Without it nothing would sign the caller in. */
    LAST_SIGN_IN_METHOD(409),
    /** The account has as many API keys as one may have. */
    TOO_MANY_API_KEYS(409),
    /** The account has as many passkeys as one may have. */
    TOO_MANY_PASSKEYS(409),
    /** The last profile stays. */
    LAST_PROFILE(409),
    /** The account has as many profiles as one may have. */
    TOO_MANY_PROFILES(409),
    /** The body is longer than 64 KiB. */
    PAYLOAD_TOO_LARGE(413),
    /** The body is not announced as {@code application/json} in UTF-8. */
    UNSUPPORTED_MEDIA_TYPE(415),
    /** Too many tries or messages; {@code Retry-After} says how long to wait. */
    THROTTLED(429),
    /** A defect on the server's side; {@code correlation_id} finds it in the log. Never caused by input. */
    INTERNAL(500),
    /** The database, or another site, is out of reach. Nothing was decided or lost; the call may be repeated. */
    UNAVAILABLE(503),
    /** The machine is busy hashing passwords. Nothing was counted; the call may be repeated. */
    BUSY(503);

    private final int status;

    ErrorCode(int status) {
        this.status = status;
    }

    /** The HTTP status that always goes with this code. */
    public int status() {
        return status;
    }

    /** The code as it stands in an answer, in lower snake case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
