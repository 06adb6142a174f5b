package dev.lockstile.auth.imports.source;

import java.util.Set;

/**
 * A kind of source rows, with its name in ledgers and reports.
 *
 * @param text the stable name, at most 60 characters
 * @param person true when its rows are accounts, which the totals of a report count
 */
public record Entity(String text, boolean person) {

    /** Accounts. */
    public static final Entity USERS = new Entity("users", true);

    /** Profiles of accounts. */
    public static final Entity PROFILES = new Entity("profiles", false);

    /** Profiles without a source row: added for users who had none. */
    public static final Entity ADDED_PROFILES = new Entity("added_profiles", false);

    /** Devices of accounts. */
    public static final Entity DEVICES = new Entity("devices", false);

    /** Linked accounts at other sites. */
    public static final Entity SOCIAL_ACCOUNTS = new Entity("social_accounts", false);

    /** Authenticator applications. */
    public static final Entity TOTP_DEVICES = new Entity("totp_devices", false);

    /** Recovery codes, one row for each set. */
    public static final Entity RECOVERY_CODE_SETS = new Entity("recovery_code_sets", false);

    /** Passkeys. */
    public static final Entity PASSKEYS = new Entity("passkeys", false);

    /** Second factors of kinds that the library cannot verify. */
    public static final Entity OTHER_FACTORS = new Entity("other_second_factors", false);

    /** Locks without a source row: of accounts none of whose second factors could be imported. */
    public static final Entity FACTOR_LOCKS = new Entity("second_factor_locks", false);

    private static final Set<Entity> SECOND_FACTORS =
            Set.of(TOTP_DEVICES, PASSKEYS, RECOVERY_CODE_SETS, OTHER_FACTORS, FACTOR_LOCKS);

    /**
     * Checks the name.
     *
     * @param text the stable name, 1 to 60 lower-case letters, digits and underscores
     * @param person true when its rows are accounts
     * @throws IllegalArgumentException for another name
     */
    public Entity {
        if (!text.matches("[a-z0-9_]{1,60}")) {
            throw new IllegalArgumentException("not a name for a kind of rows: " + text);
        }
    }

    /** {@return true for second factors} */
    public boolean isSecondFactor() {
        return SECOND_FACTORS.contains(this);
    }

    /**
     * {@return a kind of accounts with this name}
     *
     * @param text the stable name, 1 to 60 lower-case letters, digits and underscores
     */
    public static Entity people(String text) {
        return new Entity(text, true);
    }

    /**
     * {@return a kind of rows that are not accounts}
     *
     * @param text the stable name, 1 to 60 lower-case letters, digits and underscores
     */
    public static Entity rows(String text) {
        return new Entity(text, false);
    }
}
