package dev.lockstile.auth.internal.apikey;

import dev.lockstile.auth.apikey.ApiKeySettings;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.Roles;
import dev.lockstile.auth.store.StoredUser;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What the owner of a key may do at this moment, which a key never exceeds. */
record OwnerScopes(FlowContext context, ApiKeySettings settings) {

    /** The permissions of the owner without those of administration; without declared roles, the words of the host. */
    Set<String> of(StoredUser owner, ProfileInfo profile) {
        Roles roles = context.settings().roles();
        if (!roles.areDeclared()) {
            return settings.scopes();
        }
        return roles.permissions(profile.status().role(), owner.info().status().rights()).stream()
                .filter(permission -> !permission.startsWith(AdminPermission.PREFIX))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those of them that a key has. */
    Set<String> among(Set<String> scopes, StoredUser owner, ProfileInfo profile) {
        Set<String> held = new HashSet<>(scopes);
        held.retainAll(of(owner, profile));
        return Set.copyOf(held);
    }
}
