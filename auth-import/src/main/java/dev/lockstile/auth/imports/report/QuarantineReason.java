package dev.lockstile.auth.imports.report;

import java.util.Locale;

/**
 * Why the library puts a row into quarantine. The code stands in reports and in {@code --accept}; a host's own mapping may
 * give reasons of its own beside these.
 */
public enum QuarantineReason {
    NO_IDENTIFIER("the row has no e-mail, phone or user name that a person could sign in with"),
    IDENTIFIER_COLLISION("all identifiers of the row belong to other accounts, and none is left"),
    DUPLICATE_EMAIL("another account has the e-mail, and the policy on duplicates holds this row back"),
    DUPLICATE_PHONE("another account has the phone, and the policy on duplicates holds this row back"),
    PHONE_NOT_POSSIBLE("the phone, by which the person signs in, cannot be a number"),
    PHONE_COUNTRY_MISMATCH("the phone does not fit the country beside it, and is not guessed into another one"),
    LEGACY_ID_TOO_LONG("the key of the row is longer than the ledger holds"),
    ID_TAKEN("with --keep-ids: an account of the target has the id, or had it"),
    ID_NOT_POSSIBLE("with --keep-ids: the id cannot be a key of the target"),
    MAIN_ACCOUNT_ELSEWHERE("the account that the row belongs to was deleted, or goes by another name by now"),
    SECOND_FACTOR_NOT_KEPT("the account has a second factor, and the target keeps none or was given no keys for it"),
    OWNER_QUARANTINED("the user whom the row belongs to is in quarantine; it is imported with the user"),
    OWNER_UNKNOWN("the source has no user whom the row belongs to"),
    SOCIAL_WITHOUT_ID("a social account without the provider's id of the person"),
    SOCIAL_DUPLICATE("the same social account was named by an earlier row"),
    SOCIAL_REFUSED("the target has the social account already"),
    STORE_REFUSED("the database refused the row; the detail names the kind of error"),
    WAITING_FOR_OWNER("content whose owner has not been imported"),
    ORPHAN("content whose owner is not in the source");

    private final String text;

    QuarantineReason(String text) {
        this.text = text;
    }

    /** The stable word in reports, such as {@code id_taken}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it means, in one sentence without a full stop. */
    public String text() {
        return text;
    }
}
