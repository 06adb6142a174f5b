package dev.lockstile.auth.account;

import dev.lockstile.auth.field.HostFields;
import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Caller;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The caller's own profiles. A profile of another account is not found. Each change joins the host's transaction
 * if there is one; changes to the profiles of one user come one after the other, so that exactly one stays the default.
 * The list of them comes with {@link OwnAccount#me}.
 */
public interface Profiles {

    /**
     * Reads one of the caller's profiles.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param profile one of the caller's; that of another account is not found
     * @return the profile as it is, or why there is none to show
     */
    Outcome<ProfileInfo> get(Caller caller, ProfileId profile);

    /** {@return the genders that the host has declared; empty where any text of 50 characters will do} */
    default List<String> genders() {
        return List.of();
    }

    /**
     * Adds a profile with the host's default role; an account has at most 50.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param draft what the profile says; every required field of the host has its value
     * @return the new profile, or why there is none
     * @throws IllegalArgumentException for values that {@link HostFields#problems} has something against
     */
    Outcome<ProfileInfo> create(Caller caller, Draft draft);

    /**
     * Changes what a profile says.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param profile one of the caller's; that of another account is not found
     * @param change makes the new text from the present one; may run more than once, so it does nothing else
     * @return the profile as it is now, or why nothing was changed
     * @throws IllegalArgumentException for values that {@link HostFields#problems} has something against
     */
    Outcome<ProfileInfo> update(Caller caller, ProfileId profile, UnaryOperator<Draft> change);

    /**
     * Asks whether a picture may be uploaded for a profile, and counts it: before any work is done on the picture.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param profile one of the caller's; that of another account is not found
     * @return the profile as it is; refused when it is not the caller's, or after too many pictures in an hour
     */
    Outcome<ProfileInfo> admitPicture(Caller caller, ProfileId profile);

    /**
     * Sets the reference of the picture of a profile.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param profile one of the caller's; that of another account is not found
     * @param reference what the host resolves to the picture; at most 500 characters
     * @return the profile as it is now and the picture it had before, or why nothing was changed
     */
    Outcome<PictureChange> setPicture(Caller caller, ProfileId profile, String reference);

    /**
     * Makes this the profile in which the caller's next session begins.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param profile one of the caller's; that of another account is not found
     * @return the profile as it is now; not found also for one that is not active, since no session can act in it
     */
    Outcome<ProfileInfo> makeDefault(Caller caller, ProfileId profile);

    /**
     * Deletes a profile. The last one stays; the oldest of the others takes the default's place.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param profile one of the caller's; that of another account is not found
     * @return the profile as it last was, or why nothing was changed
     */
    Outcome<ProfileInfo> delete(Caller caller, ProfileId profile);

    /**
     * What a person says in a profile. Role, default mark and activity are not in here: the server decides them
     * (ASVS 15.3.3).
     *
     * @param person names and so on; {@link Person#UNKNOWN} for none
     * @param label the owner's own word for the profile, such as {@code Work}; at most 80 characters
     * @param host values of the host's profile fields; those that are not in it stay as they are
     */
    record Draft(Person person, String label, HostValues host) {

        /**
         * Creates it without values of the host's own fields.
         *
         * @param person names and so on; {@link Person#UNKNOWN} for none
         * @param label the owner's own word for the profile, such as {@code Work}; at most 80 characters
         */
        public Draft(Person person, String label) {
            this(person, label, HostValues.NONE);
        }

        /**
         * {@return a copy with these values of the host's profile fields}
         *
         * @param values replace those of this draft; fields that are not in them stay as they are
         */
        public Draft withHost(HostValues values) {
            return new Draft(person, label, values);
        }

        @Override
        public String toString() {
            return "Draft[hidden]";
        }
    }

    /**
     * A profile with a new picture.
     *
     * @param profile as it is now
     * @param replaced the reference whose place the new picture took, which no profile shows any more; null when there
     *     was none
     */
    record PictureChange(ProfileInfo profile, @Nullable String replaced) {}
}
