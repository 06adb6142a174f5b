package dev.lockstile.auth.account;

import dev.lockstile.auth.model.Person;

/**
 * What a person says in a profile. Role, default mark and activity are not in here: the server decides them
 * (ASVS 15.3.3).
 *
 * @param label the owner's own word for the profile, such as {@code Work}; at most 80 characters
 */
public record ProfileDraft(Person person, String label) {

    @Override
    public String toString() {
        return "ProfileDraft[hidden]";
    }
}
