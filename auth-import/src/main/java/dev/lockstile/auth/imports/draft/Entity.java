package dev.lockstile.auth.imports.draft;

/**
 * A kind of old rows, by its name in ledgers and reports.
 *
 * @param text the stable name, at most 60 characters
 * @param person true when a row of it is an account: those make up the figures at the top of a report
 */
public record Entity(String text, boolean person) {

    /** Accounts. */
    public static final Entity USERS = new Entity("users", true);

    public static final Entity PROFILES = new Entity("profiles", false);

    /** Profiles that stand for no old row: what a person got who had none. */
    public static final Entity ADDED_PROFILES = new Entity("added_profiles", false);

    public static final Entity DEVICES = new Entity("devices", false);

    public static final Entity SOCIAL_ACCOUNTS = new Entity("social_accounts", false);

    /** @throws IllegalArgumentException when the name is no word of 1 to 60 small letters, digits and underscores */
    public Entity {
        if (!text.matches("[a-z0-9_]{1,60}")) {
            throw new IllegalArgumentException("not a name for a kind of rows: " + text);
        }
    }

    /** A table of accounts under a name of its own. */
    public static Entity people(String text) {
        return new Entity(text, true);
    }

    /** Rows that are no accounts. */
    public static Entity rows(String text) {
        return new Entity(text, false);
    }
}
