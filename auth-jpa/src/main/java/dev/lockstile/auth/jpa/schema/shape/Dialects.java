package dev.lockstile.auth.jpa.schema.shape;

/** The kinds of database that a change file is written for. */
enum Dialects {
    H2("org.hibernate.dialect.H2Dialect"),
    POSTGRESQL("org.hibernate.dialect.PostgreSQLDialect"),
    MARIADB("org.hibernate.dialect.MariaDBDialect");

    private final String className;

    Dialects(String className) {
        this.className = className;
    }

    String className() {
        return className;
    }
}
