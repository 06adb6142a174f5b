package dev.lockstile.auth.store.imports;

import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.imports.LedgerStore.LinkedTable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows that an import changes, fills or removes while they are otherwise unchanged; in a transaction. */
public interface WrittenRowStore {

    /**
     * {@return a user as an import would write one, deleted or not; empty when the row was changed since that
     * time}
     *
     * @param id key of the row
     * @param writtenAt the row's time of change as it was written
     */
    Optional<NewUser> untouched(UserId id, Instant writtenAt);

    /**
     * Writes a user anew as an import does, if the row is unchanged since: one conditional update. The time of
     * creation and that of the last change of password stay; a key that another row holds ends the work with
     * {@link KeyTakenException}.
     *
     * @param id key of the row
     * @param writtenAt the row's time of change as it was written; it is {@code next}'s from now on
     * @param next takes the place of all that an import writes
     * @return false when the user is gone or was changed
     */
    boolean replace(UserId id, Instant writtenAt, NewUser next);

    /**
     * {@return a profile as an import would write one, deleted or not; empty when it was changed since that
     * time}
     *
     * @param id key of the row
     * @param writtenAt the row's time of change as it was written
     */
    Optional<NewProfile> untouched(ProfileId id, Instant writtenAt);

    /**
     * Writes a profile anew as an import does, if the row is unchanged since: one conditional update. The owner,
     * the mark of the default one and the time of creation stay.
     *
     * @param id key of the row
     * @param writtenAt the row's time of change as it was written
     * @param next takes the place of all else
     * @return false when the profile is gone or was changed
     */
    boolean replace(ProfileId id, Instant writtenAt, NewProfile next);

    /**
     * Fills what is empty: identifiers of which the user has none, and the password if there is none. What is there
     * stays as it is, the time of change included; a key that another row holds ends the work with
     * {@link KeyTakenException}.
     *
     * @param id key of the row
     * @param claims those of kinds that the user has are left out
     * @param passwordHash null for none
     * @return what was filled in; empty when nothing was
     */
    Optional<FilledColumns> complete(UserId id, List<IdentifierAssignment> claims, @Nullable Secret passwordHash);

    /**
     * Fills what is empty in the user's default profile: names, and the role if it is the usual one. What is there
     * stays, the time of change included.
     *
     * @param owner the user
     * @param person names and so on
     * @param role the host's own word
     * @return what was filled in; empty when nothing was
     */
    Optional<FilledColumns> completeDefaultProfile(UserId owner, Person person, String role);

    /**
     * Empties what was filled into a user, if the row is unchanged since: one conditional update. The time of
     * change stays.
     *
     * @param id key of the row
     * @param filled from {@link #complete}
     * @return false when the user is gone or was changed
     */
    boolean empty(UserId id, FilledColumns filled);

    /**
     * Empties what was filled into the default profile of a user, if the row is unchanged since: one conditional
     * update. The time of change stays, and the role becomes the usual one.
     *
     * @param owner the user
     * @param filled from {@link #completeDefaultProfile}
     * @return false when the profile is gone or was changed
     */
    boolean emptyDefaultProfile(UserId owner, FilledColumns filled);

    /**
     * Removes a user who came with a run, deleted or not, with the profiles, devices and social accounts, unless
     * the user or one of these was changed since, or the user has had a session or a code here. A conditional
     * update of the user decides, and holds the row until the transaction ends.
     *
     * @param imported the user, as the run brought it in
     * @return false when the user is gone or has been used; nothing is changed then
     */
    boolean takeBack(ImportedAccount imported);

    /**
     * Removes a profile or a device if it is unchanged since it was written: one conditional statement. A default
     * profile stays.
     *
     * @param part {@link LinkedTable#PROFILE} or {@link LinkedTable#DEVICE}
     * @param localRef textual key of the row
     * @param writtenAt the row's time of change as it was written
     * @return false when nothing was removed
     */
    boolean removePart(LinkedTable part, String localRef, Instant writtenAt);

    /**
     * Removes the link of a user to the account of that provider and id, if it is unchanged since it was written:
     * one conditional statement.
     *
     * @param user whose link
     * @param identity provider and id of the account
     * @param writtenAt the row's time of change as it was written
     * @return false when it is gone or was changed
     */
    boolean removeSocial(UserId user, SocialIdentity identity, Instant writtenAt);

    /**
     * What an import filled in where a row had nothing; how the row was before follows from it. Holds no personal data.
     *
     * @param parts of the row
     * @param writtenAt the row's time of change, which filling in leaves as it is: while it stays, the row is unchanged
     */
    record FilledColumns(Set<Part> parts, Instant writtenAt) {

        /**
         * Copies the set.
         *
         * @param parts of the row
         * @param writtenAt the row's time of change, which filling in leaves as it is: while it stays, the row is
         *     unchanged
         */
        public FilledColumns {
            parts = Set.copyOf(parts);
        }

        /** What can be filled in: of a user up to the password, of the default profile the rest. */
        public enum Part {
            /** The e-mail address. */
            EMAIL,
            /** The phone number. */
            PHONE,
            /** The user name. */
            USERNAME,
            /** The password. */
            PASSWORD,
            /** The first name. */
            FIRST_NAME,
            /** The first last name. */
            LAST_NAME_1,
            /** The second last name. */
            LAST_NAME_2,
            /** The day of birth. */
            BIRTHDAY,
            /** The gender. */
            GENDER,
            /** The role, which was the usual one before. */
            ROLE;

            /**
             * {@return the identifier of that kind}
             *
             * @param kind of the identifier
             */
            public static Part of(IdentifierKind kind) {
                return switch (kind) {
                    case EMAIL -> EMAIL;
                    case PHONE -> PHONE;
                    case USERNAME -> USERNAME;
                };
            }
        }
    }

    /**
     * A user as a run of an import brought it in.
     *
     * @param user key of the row here
     * @param writtenAt the user's own time of change as the import wrote it
     * @param runId the run that brought it in
     * @param since when the run began: what is newer was done here, unless the ledger says that it came so
     */
    record ImportedAccount(UserId user, Instant writtenAt, String runId, Instant since) {}
}
