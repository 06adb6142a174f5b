package dev.lockstile.auth.passkey.internal.ceremony;

/** Why a credential was refused. For events and logs; an answer to the browser never tells which. */
public enum CeremonyRefusal {
    /** Not the JSON form of a credential: a member missing, doubled, too long, or of another type. */
    MALFORMED,
    /** Made for the other ceremony: registered where a sign-in was asked for, or the other way round. */
    WRONG_CEREMONY,
    WRONG_CHALLENGE,
    WRONG_ORIGIN,
    /** Made within a frame of another site. */
    CROSS_ORIGIN,
    WRONG_RELYING_PARTY,
    /** The authenticator was not touched. */
    USER_NOT_PRESENT,
    /** Neither PIN nor fingerprint nor face. */
    USER_NOT_VERIFIED,
    /** Backed up but not eligible for it, or of another eligibility than at its registration. */
    BACKUP_FLAGS,
    /** The algorithm is not allowed, or is not one of the key's kind. */
    ALGORITHM,
    /** The public key is none: a point off its curve, or RSA below 2048 bits or with an exponent below 3. */
    KEY,
    /** The id beside the credential is not the one within it, or is longer than 1023 bytes. */
    CREDENTIAL_ID,
    /** The handle is missing or belongs to another user. */
    USER_HANDLE,
    SIGNATURE,
    /** The counter did not rise: a copy of the authenticator may be in use. */
    COUNTER
}
