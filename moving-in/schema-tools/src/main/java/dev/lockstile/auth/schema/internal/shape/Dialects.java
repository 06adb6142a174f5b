package dev.lockstile.auth.schema.internal.shape;

/** The kinds of database that a change file is written for. */
enum Dialects {
    H2("H2"),
    POSTGRESQL("PostgreSQL"),
    MARIADB("MariaDB");

    private final String product;

    Dialects(String product) {
        this.product = product;
    }

    /**
     * The database as its driver names it. Hibernate picks the dialect by it, and warns of one that is named itself.
     */
    String product() {
        return product;
    }

    /** The kind of that product; MariaDB for MySQL. */
    static Dialects of(String product) {
        return switch (product) {
            case "H2" -> H2;
            case "PostgreSQL" -> POSTGRESQL;
            default -> MARIADB;
        };
    }
}
