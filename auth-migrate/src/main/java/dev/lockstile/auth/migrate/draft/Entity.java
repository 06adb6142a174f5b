package dev.lockstile.auth.migrate.draft;

/** The kinds of rows that are copied, by their names in ledgers and reports. */
public enum Entity {
    USERS("users"),
    PROFILES("profiles"),
    DEVICES("devices"),
    SOCIAL_ACCOUNTS("social_accounts");

    private final String text;

    Entity(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }
}
