package dev.lockstile.auth.field;

import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import java.util.Collection;
import java.util.Map;

/**
 * What the host's own fields hold. They are written together with what they belong to: at a registration, by a change
 * of the account, with a profile. Reading takes one statement, and none where no fields are declared.
 */
public interface HostData {

    /** {@return the fields that the host has declared} */
    HostFields fields();

    /**
     * {@return the account fields of a user; empty ones as null}
     *
     * @param user whose row is read; {@link HostValues#NONE} where no account fields are declared
     */
    HostValues ofUser(UserId user);

    /**
     * {@return the profile fields of each of these profiles; empty ones as null}
     *
     * @param profiles of any number of users
     */
    Map<ProfileId, HostValues> ofProfiles(Collection<ProfileId> profiles);
}
