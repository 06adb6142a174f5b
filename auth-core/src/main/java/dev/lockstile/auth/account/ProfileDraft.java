package dev.lockstile.auth.account;

import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.model.Person;

/**
 * What a person says in a profile. Role, default mark and activity are not in here: the server decides them
 * (ASVS 15.3.3).
 *
 * @param person names and so on; {@link Person#UNKNOWN} for none
 * @param label the owner's own word for the profile, such as {@code Work}; at most 80 characters
 * @param host values of the host's profile fields; those that are not in it stay as they are
 */
public record ProfileDraft(Person person, String label, HostValues host) {

    /**
     * Without values of the host's own fields.
     *
     * @param person names and so on; {@link Person#UNKNOWN} for none
     * @param label the owner's own word for the profile, such as {@code Work}; at most 80 characters
     */
    public ProfileDraft(Person person, String label) {
        this(person, label, HostValues.NONE);
    }

    /**
     * {@return the same with these values of the host's profile fields}
     *
     * @param values replace those of this draft; fields that are not in them stay as they are
     */
    public ProfileDraft withHost(HostValues values) {
        return new ProfileDraft(person, label, values);
    }

    @Override
    public String toString() {
        return "ProfileDraft[hidden]";
    }
}
