package example.systems;

import dev.lockstile.auth.schema.hosts.TestMariaDb;
import dev.lockstile.test.TestPostgres;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** A database that the old systems run on. */
enum Home {
    POSTGRES {
        @Override
        String freshUrl() {
            return TestPostgres.freshDatabase();
        }

        @Override
        String quoted(String name) {
            return '"' + name + '"';
        }
    },
    MARIADB {
        @Override
        String freshUrl() {
            return TestMariaDb.freshDatabase(
                    "old_" + UUID.randomUUID().toString().replace('-', '_'));
        }

        @Override
        String quoted(String name) {
            return '`' + name + '`';
        }
    };

    /** The address of a new, empty database; the test is skipped where no server can be started. */
    abstract String freshUrl();

    abstract String quoted(String name);

    /** A time for a column with a zone where the database has one. */
    Object zoned(LocalDateTime utc) {
        return this == POSTGRES ? utc.atOffset(ZoneOffset.UTC) : utc;
    }

    /** What each of them calls the same thing. */
    String either(String postgres, String mariadb) {
        return this == POSTGRES ? postgres : mariadb;
    }
}
