package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.field.HostData;
import dev.lockstile.auth.field.HostField;
import dev.lockstile.auth.field.HostFields;
import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the host's own fields from the store; asks it nothing where none are declared. */
public record StoredHostData(FlowContext context) implements HostData {

    @Override
    public HostFields fields() {
        return context.settings().fields();
    }

    @Override
    public HostValues ofUser(UserId user) {
        List<HostField> declared = fields().account();
        return declared.isEmpty()
                ? HostValues.NONE
                : HostFields.byName(
                        declared,
                        context.store().read(tx -> tx.hostColumns().ofUser(user, HostFields.attributes(declared))));
    }

    @Override
    public Map<ProfileId, HostValues> ofProfiles(Collection<ProfileId> profiles) {
        List<HostField> declared = fields().profile();
        Map<ProfileId, HostValues> found = new LinkedHashMap<>();
        if (declared.isEmpty() || profiles.isEmpty()) {
            profiles.forEach(profile -> found.put(profile, HostValues.NONE));
            return found;
        }
        Map<ProfileId, Map<String, Object>> stored =
                context.store().read(tx -> tx.hostColumns().ofProfiles(profiles, HostFields.attributes(declared)));
        profiles.forEach(profile ->
                found.put(profile, HostFields.byName(declared, stored.getOrDefault(profile, Map.of()))));
        return found;
    }
}
