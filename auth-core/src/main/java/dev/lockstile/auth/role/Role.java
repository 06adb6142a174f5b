package dev.lockstile.auth.role;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A role of the host with its permissions, for {@code AuthBuilder.roles}. {@code build()} reports invalid values.
 *
 * @param name 1 to 30 characters, other than the name of a right, in the spelling that tokens carry
 * @param permissions such as {@code orders:refund}: two or more words of lower-case letters, digits, dots, dashes and
 *     underscores, with colons between them
 * @param included names of roles whose permissions this role has too
 * @param program true for a role of programs, whose accounts have API keys and cannot sign in
 */
public record Role(String name, Set<String> permissions, Set<String> included, boolean program) {

    /**
     * Copies the sets.
     *
     * @param name 1 to 30 characters, other than the name of a right, in the spelling that tokens carry
     * @param permissions such as {@code orders:refund}
     * @param included names of roles whose permissions this role has too
     * @param program true for a role of programs
     */
    public Role {
        permissions = Set.copyOf(permissions);
        included = Set.copyOf(included);
    }

    /**
     * {@return a role without permissions}
     *
     * @param name 1 to 30 characters, other than the name of a right
     */
    public static Role named(String name) {
        return new Role(name, Set.of(), Set.of(), false);
    }

    /**
     * {@return a copy for programs only} An account with such a role is opened as a
     * {@linkplain dev.lockstile.auth.account.AuthorizedAdministration service account}, keeps the role, and
     * authenticates by API keys only.
     */
    public Role forPrograms() {
        return new Role(name, permissions, included, true);
    }

    /**
     * {@return a copy with further permissions of the host}
     *
     * @param more for instance {@code orders:refund}
     */
    public Role may(String... more) {
        return new Role(name, joined(permissions, List.of(more)), included, program);
    }

    /**
     * {@return a copy with further permissions of administration, which have effect for staff only}
     *
     * @param more the permissions
     */
    public Role may(AdminPermission... more) {
        return may(Arrays.stream(more).map(AdminPermission::text).toArray(String[]::new));
    }

    /**
     * {@return a copy that includes other roles, and the roles that these include}
     *
     * @param names of declared roles
     */
    public Role including(String... names) {
        return new Role(name, permissions, joined(included, List.of(names)), program);
    }

    private static Set<String> joined(Set<String> some, List<String> more) {
        return new LinkedHashSet<>(Stream.concat(some.stream(), more.stream()).toList());
    }
}
