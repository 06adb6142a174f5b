package dev.lockstile.auth.internal.store;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.role.Roles;
import dev.lockstile.auth.store.StoredUser;
import java.time.Clock;
import java.util.List;

/**
 * What of a stored user counts: identifiers that fit their keys, roles in the spelling of their declaration, a
 * disabling whose time is not over, and that an account is one of a program.
 */
public record ReadRules(IdentifierRules identifiers, Roles roles, Clock clock) {

    StoredUser checked(StoredUser user) {
        StoredUser known = user.with(user.info()
                .with(identifiers.checked(user.info().identifiers(), user.keys()))
                .at(clock.instant()));
        return roles.areDeclared() ? inRoles(known) : known;
    }

    /** One place makes an account one of a program, so that no way of signing in has to ask for it. */
    private StoredUser inRoles(StoredUser known) {
        StoredUser user = known.with(profiles(known));
        boolean program = user.profiles().stream()
                .anyMatch(profile -> roles.isForPrograms(profile.status().role()));
        if (!program) {
            return user;
        }
        UserInfo info = user.info();
        return user.with(
                new UserInfo(info.id(), info.identifiers(), info.status().ofProgram(), info.dates(), info.settings()));
    }

    private List<ProfileInfo> profiles(StoredUser user) {
        return user.profiles().stream()
                .map(profile -> profile.withRole(roles.stored(profile.status().role())))
                .toList();
    }
}
