package dev.lockstile.auth.account;

import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKeys;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierStates;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Canonicalization of identifiers: one function per kind, applied before an identifier is stored, looked up or counted
 * (ASVS 1.1.1). Equivalent spellings have equal keys; spellings that only look alike do not.
 */
public interface IdentifierRules {

    /**
     * {@return the canonical form of an e-mail address (RFC 5321, 6531; domains as A-labels), and its key; empty when
     * the text is not an e-mail address}
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
     * {@return a user name as former systems allowed it, and its key; empty unless the text has 1 to 150 characters and
     * no control characters}
     *
     * @param text as typed or as stored
     */
    Optional<Identifier> username(String text);

    /**
     * {@return a user name that a new account may choose, and its key; empty for a name with white space or with the
     * form of an e-mail address or phone number}
     *
     * @param text as typed or as stored
     */
    Optional<Identifier> newUsername(String text);

    /**
     * Parses a stored text so that the result has this key. A text of an older application may be ambiguous; the key
     * decides.
     *
     * @param kind of the identifier
     * @param stored the value of the identifier's column
     * @param key the value of the key's column
     * @return the identifier with that key; empty when the key was computed for another text
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
     * Checks stored identifiers against their stored keys. Another application may write the values, while only this
     * library writes keys and verification times. An identifier whose value does not match its key is therefore neither
     * owned nor verified.
     *
     * @param stored the values of the columns
     * @param keys the stored keys; null for identifiers that are not owned
     * @return a copy in which values written by another application are neither owned nor verified
     */
    default IdentifierStates checked(IdentifierStates stored, IdentifierKeys keys) {
        IdentifierState email = StoredIdentifierCheck.of(this, IdentifierKind.EMAIL, stored.email(), keys.email());
        IdentifierState phone = StoredIdentifierCheck.of(this, IdentifierKind.PHONE, stored.phone(), keys.phone());
        return new IdentifierStates(email, phone, StoredIdentifierCheck.username(this, stored, keys.username()));
    }

    /** {@return rules that accept international phone numbers only} */
    static IdentifierRules standard() {
        return new StandardIdentifierRules(null);
    }

    /**
     * {@return rules that also accept national phone numbers of a region}
     *
     * @param region ISO 3166-1 alpha-2, or null for none
     */
    static IdentifierRules inRegion(@Nullable String region) {
        return new StandardIdentifierRules(region);
    }
}
