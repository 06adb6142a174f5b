package dev.lockstile.auth.role;

import java.util.Set;

/**
 * A role with its effective permissions, for administration.
 *
 * @param name in the spelling that tokens carry
 * @param included names of the roles that it includes, at any depth
 * @param permissions its permissions, including those of included roles; those of administration have effect for
 *     staff only
 * @param program true for a role of programs
 * @param stored true for a role of the {@link RoleSource}, false for one declared in code
 */
public record RoleInfo(String name, Set<String> included, Set<String> permissions, boolean program, boolean stored) {

    /**
     * Copies the sets.
     *
     * @param name in the spelling that tokens carry
     * @param included names of the roles that it includes
     * @param permissions its permissions
     * @param program true for a role of programs
     * @param stored true for one of the source
     */
    public RoleInfo {
        included = Set.copyOf(included);
        permissions = Set.copyOf(permissions);
    }
}
