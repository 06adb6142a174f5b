package dev.lockstile.auth.role;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Permissions of administration that a role can give to staff. A superuser has all of them. An account without the
 * right {@link dev.lockstile.auth.model.Right#STAFF} has none of them, whatever its role.
 */
public enum AdminPermission {
    /** Lists, searches and shows accounts. */
    USERS_READ,
    /** Exports a list of accounts. */
    USERS_EXPORT,
    /**
     * Opens accounts; vouching for identifiers also requires {@link #USERS_VERIFY}, and another than the default role
     * {@link #ROLES_ASSIGN}.
     */
    USERS_CREATE,
    /** Edits names and host fields. */
    USERS_EDIT,
    /** Changes settings and feature flags of users and profiles. */
    SETTINGS_CHANGE,
    /** Marks an address or number as verified. */
    USERS_VERIFY,
    /** Disables and enables accounts. */
    USERS_DISABLE,
    /** Deletes and restores accounts. */
    USERS_DELETE,
    /** Merges two accounts of one person. */
    USERS_MERGE,
    /** Assigns roles whose permissions the caller has, and a role without permissions if the caller has that role. */
    ROLES_ASSIGN,
    /** Ends sessions and revokes API keys of other accounts. */
    SESSIONS_END,
    /** Sends reset links, requires new passwords and sets temporary passwords. */
    PASSWORDS_RESET,
    /** Acts on behalf of an account without rights. */
    USERS_IMPERSONATE,
    /** Removes lost second factors. */
    FACTORS_RESET,
    /** Unlinks accounts at other sites, and ends their suspension. */
    LINKS_MANAGE,
    /** Opens service accounts, and creates and rotates their API keys. */
    PROGRAMS_MANAGE,
    /** Reads the audit trail. */
    AUDIT_READ;

    /** Prefix of the names of these permissions; permissions of a host must not begin with it. */
    public static final String PREFIX = "lockstile:";

    /** {@return the name of the permission, such as {@code lockstile:users.read}} */
    public String text() {
        return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    static Set<String> texts() {
        return Arrays.stream(values()).map(AdminPermission::text).collect(Collectors.toUnmodifiableSet());
    }
}
