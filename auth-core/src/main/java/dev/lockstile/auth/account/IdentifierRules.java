package dev.lockstile.auth.account;

import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKeys;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierStates;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Canonical forms: the one function per kind through which every identifier goes before it is stored, looked up, or
 * counted (ASVS 1.1.1). Two spellings that mean the same give equal keys; two that merely look the same do not.
 */
public interface IdentifierRules {

    /**
     * {@return the canonical form of an e-mail address (RFC 5321, 6531; domains as A-labels), and its key; empty when
     * the text is none}
     *
     * @param text as typed or as stored
     */
    Optional<Identifier> email(String text);

    /**
     * {@return a phone number in E.164, and its key; empty when the text cannot be a possible number}
     *
     * @param text as typed or as stored
     */
    Optional<Identifier> phone(String text);

    /**
     * {@return a user name as a former system may have it, and its key; empty unless the text has 1 to 150 characters
     * and no control characters}
     *
     * @param text as typed or as stored
     */
    Optional<Identifier> username(String text);

    /**
     * {@return a user name as a person may choose it here, and its key; empty for white space in it and for the form of
     * the other two kinds}
     *
     * @param text as typed or as stored
     */
    Optional<Identifier> newUsername(String text);

    /**
     * Reads a stored text so that it gives this key. A text that an older application wrote may have more than one
     * reading; the key tells which one is meant.
     *
     * @param kind of the identifier
     * @param stored as the identifier's column says
     * @param key as the key's column says
     * @return the reading that gives the key; empty when none does, so that the key was made for another text
     */
    default Optional<Identifier> reread(IdentifierKind kind, String stored, String key) {
        Optional<Identifier> read = switch (kind) {
            case EMAIL -> email(stored);
            case PHONE -> phone(stored);
            case USERNAME -> username(stored);
        };
        return read.filter(identifier -> identifier.key().equals(key));
    }

    /**
     * What still counts of stored identifiers: one whose value no longer gives the key that is stored beside it is
     * neither owned nor verified. Another application may write the values; the keys and the proofs are written here
     * alone.
     *
     * @param stored as the columns say
     * @param keys as they are stored beside the values; null for those without an owner
     * @return the same, where what another application has written is neither owned nor verified
     */
    default IdentifierStates checked(IdentifierStates stored, IdentifierKeys keys) {
        IdentifierState email = StoredIdentifierCheck.of(this, IdentifierKind.EMAIL, stored.email(), keys.email());
        IdentifierState phone = StoredIdentifierCheck.of(this, IdentifierKind.PHONE, stored.phone(), keys.phone());
        return new IdentifierStates(email, phone, StoredIdentifierCheck.username(this, stored, keys.username()));
    }

    /** {@return the rules for international phone numbers only} */
    static IdentifierRules standard() {
        return new StandardIdentifierRules(null);
    }

    /**
     * {@return the rules that read a national phone number in a region}
     *
     * @param region ISO 3166-1 alpha-2, or null for none
     */
    static IdentifierRules inRegion(@Nullable String region) {
        return new StandardIdentifierRules(region);
    }
}
