package dev.lockstile.auth.account;

import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * An account that the host's administration opens. At least one identifier is required; each {@code with} gives a copy in
 * which one thing differs. The identifiers belong to the account from the start, and nobody else can register them, but
 * they are not proven: the person signs in by a code, which proves the identifier. Since a password opens nothing before
 * that, a draft with a password and an address or number is refused unless the host
 * {@linkplain #vouchingForIdentifiers() vouches} for them.
 *
 * @param password null for an account that is entered by code, or by a password set with a reset link
 * @param person names and so on of the first profile
 * @param role role of the first profile, 1 to 30 characters that spell no right
 * @param verified true when the host vouches for e-mail and phone
 */
public record AccountDraft(
        Identifiers identifiers, @Nullable Secret password, Person person, String role, boolean verified) {

    /** An account with this e-mail address and nothing else. */
    public static AccountDraft ofEmail(String email) {
        return of(new Identifiers(email, null, null));
    }

    /** An account with this phone number and nothing else. */
    public static AccountDraft ofPhone(String phone) {
        return of(new Identifiers(null, phone, null));
    }

    /** An account with this user name and nothing else: a password is its only way in. */
    public static AccountDraft ofUsername(String username) {
        return of(new Identifiers(null, null, username));
    }

    private static AccountDraft of(Identifiers identifiers) {
        return new AccountDraft(identifiers, null, Person.UNKNOWN, AbstractProfile.DEFAULT_ROLE, false);
    }

    /** The same with an e-mail address, as typed. */
    public AccountDraft withEmail(String email) {
        return with(new Identifiers(email, identifiers.phone(), identifiers.username()));
    }

    /** The same with a phone number, as typed. */
    public AccountDraft withPhone(String phone) {
        return with(new Identifiers(identifiers.email(), phone, identifiers.username()));
    }

    /** The same with a user name, as typed. */
    public AccountDraft withUsername(String username) {
        return with(new Identifiers(identifiers.email(), identifiers.phone(), username));
    }

    /** With a password, which has to pass the policy of every other one (NIST SP 800-63B 3.1.1.2). */
    public AccountDraft withPassword(Secret newPassword) {
        return new AccountDraft(identifiers, newPassword, person, role, verified);
    }

    /** The same with a name and so on for the first profile. */
    public AccountDraft withPerson(Person newPerson) {
        return new AccountDraft(identifiers, password, newPerson, role, verified);
    }

    /** The same with another role of the first profile. */
    public AccountDraft withRole(String newRole) {
        return new AccountDraft(identifiers, password, person, newRole, verified);
    }

    /**
     * The host has seen that e-mail and phone are the person's: they count as proven. Whoever vouches for somebody else's
     * address hands its owner's name to whoever knows the password.
     */
    public AccountDraft vouchingForIdentifiers() {
        return new AccountDraft(identifiers, password, person, role, true);
    }

    private AccountDraft with(Identifiers next) {
        return new AccountDraft(next, password, person, role, verified);
    }

    /** What the person goes by, as typed. */
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
