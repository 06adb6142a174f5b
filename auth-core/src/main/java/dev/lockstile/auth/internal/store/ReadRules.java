package dev.lockstile.auth.internal.store;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.role.Roles;
import dev.lockstile.auth.store.StoredUser;
import java.time.Clock;
import java.util.List;

/**
 * What of a stored user counts: identifiers that fit their keys, roles in the spelling of their declaration, and a
 * disabling whose time is not over.
 */
public record ReadRules(IdentifierRules identifiers, Roles roles, Clock clock) {

    StoredUser checked(StoredUser user) {
        StoredUser known = user.with(user.info()
                .with(identifiers.checked(user.info().identifiers(), user.keys()))
                .at(clock.instant()));
        return roles.areDeclared() ? known.with(profiles(known)) : known;
    }

    private List<ProfileInfo> profiles(StoredUser user) {
        return user.profiles().stream()
                .map(profile -> profile.withRole(roles.stored(profile.status().role())))
                .toList();
    }
}
