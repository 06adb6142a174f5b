package dev.lockstile.auth.admin;

/**
 * The order of the list of users. The order by name uses the displayed names of the default profile, first name first,
 * in lower case and by the collation of the database; users without a name follow in both directions, newest first.
 */
public enum AccountOrder {
    /** Highest key first. */
    NEWEST,
    /** Lowest key first. */
    OLDEST,
    /** By name, forwards. */
    NAME,
    /** By name, backwards. */
    NAME_BACKWARDS;

    /** {@return true for both orders by name} */
    public boolean isByName() {
        return this == NAME || this == NAME_BACKWARDS;
    }
}
