package dev.lockstile.auth.cutover.writeback;

import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person as they are here now, for an old system. Rights (staff, superuser, role) are not to be taken over: who may
 * do what over there is said over there.
 *
 * @param user whose state it is
 * @param number rises with every try for the same person: a state with a lower one than the last is old and to be
 *     ignored
 * @param changedAt the latest of the changes
 * @param legacyId the person's key over there; null when this library knows of none
 * @param legacyProfileId the key over there of the default profile; null when this library knows of none
 * @param changes what changed since the state before was written there
 * @param account null when nothing is left of the account here
 */
public record UserState(
        UserId user,
        long number,
        Instant changedAt,
        @Nullable String legacyId,
        @Nullable String legacyProfileId,
        Set<Change> changes,
        @Nullable StoredUser account) {

    /**
     * Copies the changes.
     *
     * @param user whose state it is
     * @param number rises with every try for the same person
     * @param changedAt the latest of the changes
     * @param legacyId the person's key over there; null when this library knows of none
     * @param legacyProfileId that of the default profile; null when this library knows of none
     * @param changes what changed since the state before was written there
     * @param account null when nothing is left of the account here
     */
    public UserState {
        changes = Set.copyOf(changes);
    }

    /** {@return true when the account may not be used here: deleted, gone or disabled} */
    public boolean isClosed() {
        return account == null || !account.info().status().mayAct();
    }

    /** {@return true when the account is deleted here} */
    public boolean isDeleted() {
        return account == null || account.info().status().deletedAt() != null;
    }

    /** {@return true when an address or number is proven} */
    public boolean isProven() {
        return account != null && account.info().identifiers().anyVerified();
    }

    /**
     * {@return the identifier that the person owns; one that is only claimed has no owner and is not told}
     *
     * @param kind of identifier
     */
    public @Nullable String owned(IdentifierKind kind) {
        if (account == null) {
            return null;
        }
        IdentifierState identifierState = account.info().identifiers().of(kind);
        return identifierState.owned() ? identifierState.value() : null;
    }

    /**
     * {@return true when the person has proven the identifier of that kind}
     *
     * @param kind of identifier
     */
    public boolean hasProven(IdentifierKind kind) {
        return account != null && account.info().identifiers().of(kind).isVerified();
    }

    /**
     * {@return the stored hash; null when the account has no password} Never the password itself, which is not kept.
     */
    public @Nullable Secret passwordHash() {
        return account == null ? null : account.passwordHash();
    }

    /** {@return the person of the default profile} */
    public Person person() {
        return defaultProfile().map(ProfileInfo::person).orElse(Person.UNKNOWN);
    }

    Optional<ProfileInfo> defaultProfile() {
        return defaultProfile(account);
    }

    static Optional<ProfileInfo> defaultProfile(@Nullable StoredUser account) {
        return account == null
                ? Optional.empty()
                : account.profiles().stream()
                        .filter(profile -> profile.status().isDefault())
                        .findFirst();
    }

    /** {@return true when the account was closed since the state before} */
    public boolean isClosing() {
        return isClosed() && changes.contains(Change.STATUS);
    }

    /** What is written whichever side wins and whatever else cannot be; null when there is no such change. */
    @Nullable
    UserState urgent() {
        Set<Change> urgent = EnumSet.noneOf(Change.class);
        if (isClosing()) {
            urgent.add(Change.STATUS);
        }
        if (changes.contains(Change.PASSWORD)) {
            urgent.add(Change.PASSWORD);
        }
        return urgent.isEmpty() ? null : only(urgent);
    }

    /**
     * {@return the same state with one kind of change alone}
     *
     * @param change that is written
     */
    public UserState only(Change change) {
        return only(Set.of(change));
    }

    private UserState only(Set<Change> some) {
        return new UserState(user, number, changedAt, legacyId, legacyProfileId, some, account);
    }

    /** The kinds of change of a user that write-back sync sends. */
    public enum Change {
        /** Registered, another or a newly proven identifier, another name. */
        IDENTITY,

        /** The person set another password, or it was taken away. A re-hash of the same one is no change. */
        PASSWORD,

        /** Disabled, enabled, deleted or restored. */
        STATUS
    }
}
