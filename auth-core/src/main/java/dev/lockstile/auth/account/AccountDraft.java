package dev.lockstile.auth.account;

import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Data of an account that an administrator opens, with at least one identifier. The account owns the identifiers from
 * the start, so that no other client can register them, but they are not verified: the owner's first sign-in by code
 * verifies them. A password is not accepted before that, so a draft with a password and an address or number is refused
 * unless the host {@linkplain #vouchingForIdentifiers() vouches} for them.
 *
 * @param identifiers at least one is not null
 * @param password null for an account whose owner signs in by code, or sets a password with a reset link
 * @param person names and other data of the first profile
 * @param role role of the first profile, 1 to 30 characters, other than the name of a right
 * @param verified true when the host vouches for the e-mail address and phone number
 */
public record AccountDraft(
        Identifiers identifiers, @Nullable Secret password, Person person, String role, boolean verified) {

    /**
     * {@return a draft with this e-mail address only}
     *
     * @param email as typed
     */
    public static AccountDraft ofEmail(String email) {
        return of(new Identifiers(email, null, null));
    }

    /**
     * {@return a draft with this phone number only}
     *
     * @param phone as typed, with the country's calling code unless the host has set a region
     */
    public static AccountDraft ofPhone(String phone) {
        return of(new Identifiers(null, phone, null));
    }

    /**
     * {@return a draft with this user name only, whose owner can sign in by a password only}
     *
     * @param username as typed
     */
    public static AccountDraft ofUsername(String username) {
        return of(new Identifiers(null, null, username));
    }

    private static AccountDraft of(Identifiers identifiers) {
        return new AccountDraft(identifiers, null, Person.UNKNOWN, AbstractProfile.DEFAULT_ROLE, false);
    }

    /**
     * {@return a copy with an e-mail address, as typed}
     *
     * @param email replaces the draft's
     */
    public AccountDraft withEmail(String email) {
        return with(new Identifiers(email, identifiers.phone(), identifiers.username()));
    }

    /**
     * {@return a copy with a phone number, as typed}
     *
     * @param phone replaces the draft's; with the country's calling code unless the host has set a region
     */
    public AccountDraft withPhone(String phone) {
        return with(new Identifiers(identifiers.email(), phone, identifiers.username()));
    }

    /**
     * {@return a copy with a user name, as typed}
     *
     * @param username replaces the draft's
     */
    public AccountDraft withUsername(String username) {
        return with(new Identifiers(identifiers.email(), identifiers.phone(), username));
    }

    /**
     * {@return a copy with a password, which has to satisfy the same policy as all passwords (NIST SP 800-63B 3.1.1.2)}
     *
     * @param newPassword in plain text; hashed before the transaction begins
     */
    public AccountDraft withPassword(Secret newPassword) {
        return new AccountDraft(identifiers, newPassword, person, role, verified);
    }

    /**
     * {@return a copy with names and other data of the first profile}
     *
     * @param newPerson replaces the draft's
     */
    public AccountDraft withPerson(Person newPerson) {
        return new AccountDraft(identifiers, password, newPerson, role, verified);
    }

    /**
     * {@return a copy with another role of the first profile}
     *
     * @param newRole 1 to 30 characters, other than the name of a right
     */
    public AccountDraft withRole(String newRole) {
        return new AccountDraft(identifiers, password, person, newRole, verified);
    }

    /**
     * Marks the e-mail address and phone number as verified: the host has checked that they are the account owner's.
     * Vouching for another person's address lets the holder of the password act under that address.
     *
     * @return a copy whose e-mail address and phone number count as verified
     */
    public AccountDraft vouchingForIdentifiers() {
        return new AccountDraft(identifiers, password, person, role, true);
    }

    private AccountDraft with(Identifiers next) {
        return new AccountDraft(next, password, person, role, verified);
    }

    /**
     * The identifiers, as typed.
     *
     * @param email null for none
     * @param phone null for none; with the country's calling code unless the host has set a region
     * @param username null for none
     */
    public record Identifiers(
            @Nullable String email,
            @Nullable String phone,
            @Nullable String username) {

        @Override
        public String toString() {
            return "Identifiers[hidden]";
        }
    }

    @Override
    public String toString() {
        return "AccountDraft[role=" + role + ", verified=" + verified + "]";
    }
}
