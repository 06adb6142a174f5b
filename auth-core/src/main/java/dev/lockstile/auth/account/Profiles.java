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
 * The caller's own profiles; {@link OwnAccount#me} lists them. A profile of another account is answered as not found.
 * Each change joins the host's transaction if there is one. Changes to the profiles of one user are serialized, so that
 * exactly one is the default.
 */
public interface Profiles {

    /**
     * Returns one of the caller's profiles.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param profile one of the caller's profiles
     * @return the profile, or the refusal
     */
    Outcome<ProfileInfo> get(Caller caller, ProfileId profile);

    /** {@return the genders that the host has declared; empty where any text of at most 50 characters is allowed} */
    default List<String> genders() {
        return List.of();
    }

    /**
     * Adds a profile with the host's default role; an account has at most 50.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param draft the profile's data, with a value for every required field of the host
     * @return the new profile, or the refusal
     * @throws IllegalArgumentException for values that {@link HostFields#problems} reports
     */
    Outcome<ProfileInfo> create(Caller caller, Draft draft);

    /**
     * Changes the data of a profile.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param profile one of the caller's profiles
     * @param change computes the new data from the present data; may be called more than once, so it must not have
     *     side effects
     * @return the profile after the change, or the refusal
     * @throws IllegalArgumentException for values that {@link HostFields#problems} reports
     */
    Outcome<ProfileInfo> update(Caller caller, ProfileId profile, UnaryOperator<Draft> change);

    /**
     * Checks whether a picture may be uploaded for a profile, and counts the upload. Call it before processing the
     * picture.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param profile one of the caller's profiles
     * @return the profile; refused when it is not the caller's, or after too many pictures in an hour
     */
    Outcome<ProfileInfo> admitPicture(Caller caller, ProfileId profile);

    /**
     * Sets the reference of the picture of a profile.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param profile one of the caller's profiles
     * @param reference what the host resolves to the picture; at most 500 characters
     * @return the profile after the change and its former picture, or the refusal
     */
    Outcome<PictureChange> setPicture(Caller caller, ProfileId profile, String reference);

    /**
     * Makes a profile the default, in which the caller's next session starts.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param profile one of the caller's profiles
     * @return the profile after the change; not found also for an inactive profile, which no session can use
     */
    Outcome<ProfileInfo> makeDefault(Caller caller, ProfileId profile);

    /**
     * Deletes a profile, but not the last one. If it was the default, the oldest remaining one becomes the default.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param profile one of the caller's profiles
     * @return the deleted profile, or the refusal
     */
    Outcome<ProfileInfo> delete(Caller caller, ProfileId profile);

    /**
     * The data of a profile that its owner sets. The server sets role, default and active state (ASVS 15.3.3).
     *
     * @param person names and other data; {@link Person#UNKNOWN} for none
     * @param label the owner's name for the profile, such as {@code Work}; at most 80 characters
     * @param host values of the host's profile fields; fields that are not in it are unchanged
     */
    record Draft(Person person, String label, HostValues host) {

        /**
         * Creates it without values of the host's own fields.
         *
         * @param person names and other data; {@link Person#UNKNOWN} for none
         * @param label the owner's name for the profile, such as {@code Work}; at most 80 characters
         */
        public Draft(Person person, String label) {
            this(person, label, HostValues.NONE);
        }

        /**
         * {@return a copy with these values of the host's profile fields}
         *
         * @param values replace those of this draft; fields that are not in them are unchanged
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
     * @param profile after the change
     * @param replaced the reference of the former picture, which no profile uses any more; null when there was none
     */
    record PictureChange(ProfileInfo profile, @Nullable String replaced) {}
}
