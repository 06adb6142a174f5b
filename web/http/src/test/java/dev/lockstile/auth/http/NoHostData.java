package dev.lockstile.auth.http;

import dev.lockstile.auth.field.HostData;
import dev.lockstile.auth.field.HostFields;
import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import java.util.Collection;
import java.util.Map;

/** Of a host without fields of its own. */
final class NoHostData implements HostData {

    @Override
    public HostFields fields() {
        return HostFields.NONE;
    }

    @Override
    public HostValues ofUser(UserId user) {
        return HostValues.NONE;
    }

    @Override
    public Map<ProfileId, HostValues> ofProfiles(Collection<ProfileId> profiles) {
        return Map.of();
    }
}
