package dev.lockstile.auth.imports.report;

import java.util.Locale;

/**
 * Reasons for which the library puts a row into quarantine. Reports and {@code --accept} use the code; a host's own
 * mapping can add other reasons.
 */
public enum QuarantineReason {
    /** The row has no e-mail, phone or user name that a person could sign in with. */
    NO_IDENTIFIER("the row has no e-mail, phone or user name that a person could sign in with"),
    /** All identifiers of the row belong to other accounts, and none is left. */
    IDENTIFIER_COLLISION("all identifiers of the row belong to other accounts, and none is left"),
    /** Another account has the e-mail, and the policy on duplicates holds this row back. */
    DUPLICATE_EMAIL("another account has the e-mail, and the policy on duplicates holds this row back"),
    /** Another account has the phone, and the policy on duplicates holds this row back. */
    DUPLICATE_PHONE("another account has the phone, and the policy on duplicates holds this row back"),
    /** The phone, by which the person signs in, cannot be a number. */
    PHONE_NOT_POSSIBLE("the phone, by which the person signs in, cannot be a number"),
    /** The phone does not fit the country beside it, and is not guessed into another one. */
    PHONE_COUNTRY_MISMATCH("the phone does not fit the country beside it, and is not guessed into another one"),
    /** The key of the row is longer than the ledger holds. */
    LEGACY_ID_TOO_LONG("the key of the row is longer than the ledger holds"),
    /** With --keep-ids: an account of the target has the id, or had it. */
    ID_TAKEN("with --keep-ids: an account of the target has the id, or had it"),
    /** With --keep-ids: the id cannot be a key of the target. */
    ID_NOT_POSSIBLE("with --keep-ids: the id cannot be a key of the target"),
    /** The account that the row belongs to was deleted, or goes by another name by now. */
    MAIN_ACCOUNT_ELSEWHERE("the account that the row belongs to was deleted, or goes by another name by now"),
    /** The account has a second factor, and the target keeps none or was given no keys for it. */
    SECOND_FACTOR_NOT_KEPT("the account has a second factor, and the target keeps none or was given no keys for it"),
    /** The user whom the row belongs to is in quarantine; it is imported with the user. */
    OWNER_QUARANTINED("the user whom the row belongs to is in quarantine; it is imported with the user"),
    /** The source has no user whom the row belongs to. */
    OWNER_UNKNOWN("the source has no user whom the row belongs to"),
    /** A social account without the provider's id of the person. */
    SOCIAL_WITHOUT_ID("a social account without the provider's id of the person"),
    /** The same social account was named by an earlier row. */
    SOCIAL_DUPLICATE("the same social account was named by an earlier row"),
    /** The target has the social account already. */
    SOCIAL_REFUSED("the target has the social account already"),
    /** The database refused the row; the detail names the kind of error. */
    STORE_REFUSED("the database refused the row; the detail names the kind of error"),
    /** Content whose owner has not been imported. */
    WAITING_FOR_OWNER("content whose owner has not been imported"),
    /** Content whose owner is not in the source. */
    ORPHAN("content whose owner is not in the source"),
    /** Content whose owner's account was deleted here. */
    OWNER_DELETED("content whose owner's account was deleted here");

    private final String text;

    QuarantineReason(String text) {
        this.text = text;
    }

    /** {@return the stable word in reports, such as {@code id_taken}} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the meaning, as one sentence without a full stop} */
    public String text() {
        return text;
    }
}
