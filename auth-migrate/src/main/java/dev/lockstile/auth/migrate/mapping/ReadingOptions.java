package dev.lockstile.auth.migrate.mapping;

import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.RoleName;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the mover allows old rows to say.
 *
 * @param roles the roles that may come over, to the letter; any other role becomes the usual one
 * @param onlyLive leaves out whoever the old application's own filter left out, instead of a disabled account
 */
public record ReadingOptions(Set<String> roles, boolean onlyLive) {

    /** No role but the usual one; nobody is left out. */
    public static final ReadingOptions CAREFUL = new ReadingOptions(Set.of(), false);

    /** @throws IllegalArgumentException when one of the roles is none, or spells a right */
    public ReadingOptions {
        roles.forEach(RoleName::require);
        roles = Collections.unmodifiableSet(new TreeSet<>(roles));
    }

    public ReadingOptions withRoles(Collection<String> listed) {
        return new ReadingOptions(new TreeSet<>(listed), onlyLive);
    }

    public ReadingOptions withOnlyLive() {
        return new ReadingOptions(roles, true);
    }

    /** True for a role that is on the list, or is the usual one in any letter case. */
    public boolean lists(String role) {
        return roles.contains(role) || isUsual(role);
    }

    /** The role as it comes over. */
    public String granted(String role) {
        return roles.contains(role) ? role : AbstractProfile.DEFAULT_ROLE;
    }

    private static boolean isUsual(String role) {
        return role.chars().allMatch(c -> c < 0x80) && role.equalsIgnoreCase(AbstractProfile.DEFAULT_ROLE);
    }
}
