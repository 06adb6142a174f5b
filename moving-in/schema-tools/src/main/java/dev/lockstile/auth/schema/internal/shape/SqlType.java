package dev.lockstile.auth.schema.internal.shape;

/**
 * A column's type as each kind of database writes it.
 *
 * @param h2 on H2
 * @param postgresql on PostgreSQL
 * @param mariadb on MariaDB and MySQL
 */
public record SqlType(String h2, String postgresql, String mariadb) {

    /**
     * {@return a type that all of them write the same, or one that was read from a database}
     *
     * @param type as it is written
     */
    public static SqlType same(String type) {
        return new SqlType(type, type, type);
    }

    /** {@return true when one word serves all} */
    public boolean isSame() {
        return h2.equals(postgresql) && h2.equals(mariadb);
    }

    @Override
    public String toString() {
        return isSame() ? h2 : h2 + " (PostgreSQL: " + postgresql + ", MariaDB: " + mariadb + ")";
    }
}
