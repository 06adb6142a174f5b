package dev.lockstile.auth.role;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a role may let staff administer. A superuser has all of them. An account without the right
 * {@link dev.lockstile.auth.model.Right#STAFF} has none of them, whatever its role says.
 */
public enum AdminPermission {
    /** Lists, searches and shows accounts. */
    USERS_READ,
    /** Exports a list of accounts. */
    USERS_EXPORT,
    /** Opens accounts; vouching and a role of choice want {@link #USERS_VERIFY} and {@link #ROLES_ASSIGN} too. */
    USERS_CREATE,
    /** Edits names and host fields. */
    USERS_EDIT,
    /** Changes settings and feature flags of users and profiles. */
    SETTINGS_CHANGE,
    /** Vouches for an address or number. */
    USERS_VERIFY,
    /** Disables and enables accounts. */
    USERS_DISABLE,
    /** Deletes and restores accounts. */
    USERS_DELETE,
    /** Merges two accounts of one person. */
    USERS_MERGE,
    /** Gives a role whose permissions the caller has; one without any, if the caller holds it. */
    ROLES_ASSIGN,
    /** Ends sessions of others, and their API keys. */
    SESSIONS_END,
    /** Asks for a password reset, and sets a temporary password. */
    PASSWORDS_RESET,
    /** Acts for an account that has no rights. */
    USERS_IMPERSONATE,
    /** Removes lost second factors. */
    FACTORS_RESET,
    /** Removes accounts at other sites, and lifts their suspension. */
    LINKS_MANAGE,
    /** Opens service accounts, and makes and rotates their API keys. */
    PROGRAMS_MANAGE,
    /** Reads the audit trail. */
    AUDIT_READ;

    /** What stands before each of them; no permission of a host begins with it. */
    public static final String PREFIX = "lockstile:";

    /** {@return the permission as a role names it, such as {@code lockstile:users.read}} */
    public String text() {
        return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    static Set<String> texts() {
        return Arrays.stream(values()).map(AdminPermission::text).collect(Collectors.toUnmodifiableSet());
    }
}
