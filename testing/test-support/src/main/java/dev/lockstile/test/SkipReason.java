package dev.lockstile.test;

import org.junit.jupiter.api.Assumptions;

/**
 * Why a test of this build may be skipped. The build counts the skipped tests by these reasons at its end, and fails
 * when a test was skipped for another one.
 */
public enum SkipReason {
    /** The embedded server does not start: no binaries for this system, or root without {@code unshare}. */
    POSTGRES("no embedded PostgreSQL on this machine"),
    /** Neither an installed server nor one on the class path. */
    MARIADB("no MariaDB on this machine"),
    /** No {@code redis-server} on the path. */
    REDIS("no Redis on this machine"),
    /** No {@code pgbouncer} on the path. */
    PGBOUNCER("no PgBouncer on this machine"),
    /** Vectors that may be read but not copied into the repository. */
    VECTORS("published vectors are not beside the repository"),
    /** Request collections of clients that may be read but not copied into the repository. */
    COLLECTIONS("published collections are not beside the repository"),
    /** Neither npm nor its registry. */
    NEWMAN("newman cannot be installed"),
    /** No browser that can be driven. */
    CHROMIUM("no Chromium on this machine"),
    /** The reference program that a benchmark is compared with. */
    ARGON2("no program argon2 on this machine"),
    /** The cases of a contract about a host's own columns, on hosts without any. */
    HOST_FIELDS("this host has no attribute of its own"),
    /** The cases of a contract about sign-in by a link, on hosts without it. */
    LOGIN_LINKS("this host has nobody sign in by a link"),
    /** The cases of a contract about second factors, on stores without them. */
    SECOND_FACTORS("this store keeps no second factors"),
    /** The cases of a contract about passkeys, on hosts without them. */
    PASSKEYS("the host keeps no passkeys"),
    /** The cases of a contract about API keys, on stores without them. */
    API_KEYS("this store keeps no API keys"),
    /** The cases of a contract about the history of passwords, on stores without one. */
    FORMER_PASSWORDS("this store keeps no former passwords"),
    /** The cases of a contract about deletions that wait, on hosts without challenges. */
    CHALLENGES("the host keeps no challenges"),
    /** The cases of a contract about imported rows, on stores without them. */
    LEDGER("this store keeps no ledger"),
    /** The cases of a contract about lists of imported rows, on stores without such lists. */
    LEDGER_LISTS("this store lists no ledger"),
    /** No {@code python3} on the path. */
    PYTHON("no Python on this machine"),
    /** Plots need one. */
    FONTS("this machine has no fonts"),
    /** Permissions of files, full disks, files of another user. */
    SYSTEM("this system cannot do it");

    private final String text;

    SkipReason(String text) {
        this.text = text;
    }

    /** What the message of a skipped test begins with. */
    public String text() {
        return text;
    }

    /** Skips the test. */
    public void skip(String detail) {
        Assumptions.abort(text + ": " + detail);
    }

    /** Skips the test unless that holds. */
    public void skipUnless(boolean holds, String detail) {
        if (!holds) {
            skip(detail);
        }
    }
}
