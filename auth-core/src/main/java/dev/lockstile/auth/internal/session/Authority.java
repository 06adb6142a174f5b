package dev.lockstile.auth.internal.session;

import dev.lockstile.auth.model.Right;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.Roles;
import dev.lockstile.auth.store.StoredUser;
import java.util.Set;

/**
 * What a caller may do to other accounts, as the store has it now.
 *
 * @param rights of the caller's account
 * @param permissions of the profile in which the caller acts
 * @param assignable roles that the caller may give although they permit nothing: those of that profile, and those of
 *     new accounts
 */
public record Authority(Set<Right> rights, Set<String> permissions, Set<String> assignable, Roles roles) {

    /** Of a caller whose session is over. */
    static Authority none() {
        return new Authority(Set.of(), Set.of(), Set.of(), Roles.UNDECLARED);
    }

    public boolean isSuperuser() {
        return rights.contains(Right.SUPERUSER);
    }

    public boolean has(AdminPermission permission) {
        return isSuperuser() || permissions.contains(permission.text());
    }

    /** For permissions of the host's own, which ordinary accounts may have for what is theirs. */
    public boolean hasAsStaff(String permission) {
        return isSuperuser() || (rights.contains(Right.STAFF) && permissions.contains(permission));
    }

    /**
     * Whether the account has no more rights than the caller. Superusers alone administer accounts of staff; other
     * callers administer those whose permissions they have themselves.
     */
    public boolean covers(StoredUser account) {
        return isSuperuser()
                || account.info().status().rights().isEmpty()
                        && account.profiles().stream()
                                .allMatch(profile -> covers(profile.status().role()));
    }

    /**
     * Whether the caller may act on the account: it has no more rights, and is no superuser's, whose owner alone may.
     */
    public boolean reaches(StoredUser account) {
        return !account.info().status().superuser() && covers(account);
    }

    /** Whether the caller has all that a role permits, the permissions of administration among it. */
    public boolean covers(String role) {
        return isSuperuser() || permissions.containsAll(roles.permissions(role, Set.of(Right.STAFF)));
    }

    /**
     * Whether the caller may give a role. The host may guard a role that permits nothing by its name, so that its
     * holders and superusers alone give it.
     */
    public boolean gives(String role) {
        return isSuperuser()
                || covers(role) && roles.withIncluded(role).stream().allMatch(this::isAssignable);
    }

    /** Whether the caller may give each role that the account has. */
    public boolean givesAll(StoredUser account) {
        return account.profiles().stream()
                .allMatch(profile -> gives(profile.status().role()));
    }

    private boolean isAssignable(String role) {
        return assignable.contains(role)
                || !roles.permissions(role, Set.of(Right.STAFF)).isEmpty();
    }
}
