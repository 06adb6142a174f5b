package dev.lockstile.auth.admin;

/**
 * The order of a list of users. By name is by the names of the default profile as they are shown, the first name first,
 * in the order that the database has for small letters; users without a name follow in both directions, newest first.
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
