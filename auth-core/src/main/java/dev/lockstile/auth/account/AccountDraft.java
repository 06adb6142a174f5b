package dev.lockstile.auth.account;

import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * An account that the host's administration opens. At least one identifier is required; each {@code with} gives a copy
 * in which one thing differs. The identifiers belong to the account from the start, and no other client can register
 * them, but they are not proven: the person signs in by a code, which proves the identifier. Since a password opens
 * nothing before that, a draft with a password and an address or number is refused unless the host
 * {@linkplain #vouchingForIdentifiers() vouches} for them.
 *
 * @param identifiers at least one of them is not null
 * @param password null for an account that is entered by code, or by a password set with a reset link
 * @param person names and other data of the first profile
 * @param role role of the first profile, 1 to 30 characters, other than the name of a right
 * @param verified true when the host vouches for e-mail and phone
 */
public record AccountDraft(
        Identifiers identifiers, @Nullable Secret password, Person person, String role, boolean verified) {

    /**
     * {@return an account with this e-mail address and nothing else}
     *
     * @param email as typed
     */
    public static AccountDraft ofEmail(String email) {
        return of(new Identifiers(email, null, null));
    }

    /**
     * {@return an account with this phone number and nothing else}
     *
     * @param phone as typed, with the country's prefix unless the host has set a region
     */
    public static AccountDraft ofPhone(String phone) {
        return of(new Identifiers(null, phone, null));
    }

    /**
     * {@return an account with this user name and nothing else: a password is its only way in}
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
     * @param phone replaces the draft's; with the country's prefix unless the host has set a region
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
     * {@return a copy with a password, which has to pass the policy of every other one (NIST SP 800-63B 3.1.1.2)}
     *
     * @param newPassword in clear; hashed before the transaction begins
     */
    public AccountDraft withPassword(Secret newPassword) {
        return new AccountDraft(identifiers, newPassword, person, role, verified);
    }

    /**
     * {@return a copy with a name and so on for the first profile}
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
     * The host has seen that e-mail and phone are the person's: they count as proven. Vouching for another person's
     * address gives its owner's name to the holder of the password.
     *
     * @return the same with e-mail and phone counted as proven
     */
    public AccountDraft vouchingForIdentifiers() {
        return new AccountDraft(identifiers, password, person, role, true);
    }

    private AccountDraft with(Identifiers next) {
        return new AccountDraft(next, password, person, role, verified);
    }

    /**
     * What the person goes by, as typed.
     *
     * @param email null for none
     * @param phone null for none; with the country's prefix unless the host has set a region
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
