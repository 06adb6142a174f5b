package dev.lockstile.auth.role;

import java.util.Set;

/**
 * A role as an administration sees it, with what it has from roles that it includes.
 *
 * @param name in the spelling that tokens carry
 * @param included names of the roles that it includes, at any depth
 * @param permissions what its holders may do; those of administration count for staff alone
 * @param program true for a role of programs
 * @param stored true for one of the {@link RoleSource}, false for one that code declares
 */
public record RoleInfo(String name, Set<String> included, Set<String> permissions, boolean program, boolean stored) {

    /**
     * Copies the sets.
     *
     * @param name in the spelling that tokens carry
     * @param included names of the roles that it includes
     * @param permissions what its holders may do
     * @param program true for a role of programs
     * @param stored true for one of the source
     */
    public RoleInfo {
        included = Set.copyOf(included);
        permissions = Set.copyOf(permissions);
    }
}
