package dev.lockstile.auth.social;

/** What a provider tells of an account at it, and what is done about it here. */
public enum SocialEventType {
    /** Its sessions there are ended: those by this provider end here. */
    SESSIONS_REVOKED("sessions-revoked", Effect.END_SESSIONS),
    /** Its tokens are revoked: the same. */
    TOKENS_REVOKED("tokens-revoked", Effect.END_SESSIONS),
    /** Its holder has signed out there: the same. */
    LOGOUT("logout", Effect.END_SESSIONS),
    /** It is disabled, as after it was hijacked: sessions end, and it signs nobody in until it is enabled. */
    ACCOUNT_DISABLED("disabled", Effect.SUSPEND),
    /** It is enabled again. */
    ACCOUNT_ENABLED("enabled", Effect.RESUME),
    /** It is gone: sessions end, and it is unlinked unless nothing else would sign its holder in. */
    ACCOUNT_PURGED("purged", Effect.UNLINK),
    /** Its holder has taken the consent to this application back: the same. */
    CONSENT_REVOKED("consent-revoked", Effect.UNLINK),
    /** Its password there has to be changed: told to listeners alone. */
    CREDENTIAL_CHANGE_REQUIRED("credential-change", Effect.NONE),
    /** Its relay address forwards no mail any more: told to listeners alone. */
    EMAIL_DISABLED("email-disabled", Effect.NONE),
    /** Its relay address forwards mail again: told to listeners alone. */
    EMAIL_ENABLED("email-enabled", Effect.NONE),
    /** A trial of the way of delivery, about nobody. */
    VERIFICATION("verification", Effect.NONE),
    /** Something else: told to listeners alone. */
    OTHER("other", Effect.NONE);

    private final String code;
    private final Effect effect;

    SocialEventType(String code, Effect effect) {
        this.code = code;
        this.effect = effect;
    }

    /** {@return stable code for events and logs} */
    public String code() {
        return code;
    }

    /** {@return what is done about it} */
    public Effect effect() {
        return effect;
    }

    /** What is done about an event. */
    public enum Effect {
        /** Nothing. */
        NONE,
        /** Sessions that came by the provider end. */
        END_SESSIONS,
        /** They end, and the account signs nobody in until {@link #RESUME}. */
        SUSPEND,
        /** The account signs its holder in again. */
        RESUME,
        /** Sessions that came by the provider end, and the account is unlinked unless it is the last way in. */
        UNLINK
    }
}
