package dev.lockstile.auth.social;

/** Why an event of a provider was refused. */
public enum SocialEventRefusal {
    /** No provider of that name sends events in that form, or the host has not switched it on. */
    OFF("not_found"),
    /** No event in the form that was agreed on, too old, or of the future. */
    INVALID_REQUEST("invalid_request"),
    /** Signed with a key that is not the provider's, or in a way that is refused. */
    INVALID_KEY("invalid_key"),
    /** Of another issuer. */
    INVALID_ISSUER("invalid_issuer"),
    /** For somebody else. */
    INVALID_AUDIENCE("invalid_audience"),
    /** Too many from that network. */
    THROTTLED("throttled"),
    /** The provider's keys cannot be fetched now: to be sent again. */
    UNAVAILABLE("unavailable");

    private final String code;

    SocialEventRefusal(String code) {
        this.code = code;
    }

    /** {@return stable code; where RFC 8935 2.4 has one, that one} */
    public String code() {
        return code;
    }
}
