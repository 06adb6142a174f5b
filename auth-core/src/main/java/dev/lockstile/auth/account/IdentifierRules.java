package dev.lockstile.auth.account;

import dev.lockstile.auth.internal.identifier.StandardIdentifierRules;
import dev.lockstile.auth.model.Identifier;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Canonical forms: the one function per kind through which every identifier goes before it is stored, looked up, or
 * counted (ASVS 1.1.1). Two spellings that mean the same give equal keys; two that merely look the same do not.
 */
public interface IdentifierRules {

    /** An e-mail address (RFC 5321, 6531; domains as A-labels); empty when the text is none. */
    Optional<Identifier> email(String text);

    /** A phone number in E.164; empty when the text cannot be a possible number. */
    Optional<Identifier> phone(String text);

    /** A user name as a former system may have it: any text of 1 to 150 characters without control characters. */
    Optional<Identifier> username(String text);

    /** A user name as a person may choose it here: no white space, and not in the form of the other two kinds. */
    Optional<Identifier> newUsername(String text);

    /** The rules for international phone numbers only. */
    static IdentifierRules standard() {
        return new StandardIdentifierRules(null);
    }

    /**
     * The rules that read a national phone number in a region.
     *
     * @param region ISO 3166-1 alpha-2, or null for none
     */
    static IdentifierRules inRegion(@Nullable String region) {
        return new StandardIdentifierRules(region);
    }
}
