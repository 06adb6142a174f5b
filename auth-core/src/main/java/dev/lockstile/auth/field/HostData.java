package dev.lockstile.auth.field;

import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import java.util.Collection;
import java.util.Map;

/**
 * The values of the host's own fields. They are written together with the registration, account or profile that they
 * belong to. Reading takes one statement, and none where no fields are declared.
 */
public interface HostData {

    /** {@return the fields that the host has declared} */
    HostFields fields();

    /**
     * {@return the account fields of a user; empty ones as null}
     *
     * @param user the account; {@link HostValues#NONE} is returned where no account fields are declared
     */
    HostValues ofUser(UserId user);

    /**
     * {@return the profile fields of each of these profiles; empty ones as null}
     *
     * @param profiles of any number of users
     */
    Map<ProfileId, HostValues> ofProfiles(Collection<ProfileId> profiles);
}
