package dev.lockstile.auth.field;

import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import java.util.Collection;
import java.util.Map;

/**
 * What the host's own fields hold. They are written together with what they belong to: at a registration, by a change of
 * the account, with a profile. Reading takes one statement, and none where no fields are declared.
 */
public interface HostData {

    /** The fields that the host has declared. */
    HostFields fields();

    /** The account fields of a user; empty ones as null. */
    HostValues ofUser(UserId user);

    /** The profile fields of each of these profiles; empty ones as null. */
    Map<ProfileId, HostValues> ofProfiles(Collection<ProfileId> profiles);
}
