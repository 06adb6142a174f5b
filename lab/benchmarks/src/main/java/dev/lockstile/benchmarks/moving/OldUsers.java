package dev.lockstile.benchmarks.moving;

import dev.lockstile.benchmarks.internal.host.Database;
import dev.lockstile.benchmarks.internal.host.Sql;
import java.util.List;

/** The old system of the measurement: a stock Django table of as many users as are wanted. */
final class OldUsers {

    private OldUsers() {}

    static void create(Database database, int people) {
        new Sql(database.plain())
                .run(List.of(
                        "create table auth_user (id integer primary key, password varchar(128) not null, last_login timestamptz,"
                                + " is_superuser boolean not null, username varchar(150) not null unique, first_name varchar(150)"
                                + " not null, last_name varchar(150) not null, email varchar(254) not null, is_staff boolean not"
                                + " null, is_active boolean not null, date_joined timestamptz not null)",
                        "insert into auth_user select n, 'pbkdf2_sha256$600000$' || substr(md5(n::text), 1, 22) || '$' ||"
                                + " encode(sha256(n::text::bytea), 'base64'), timestamptz '2024-01-01' + n * interval '1 second',"
                                + " false, 'person' || n, 'First' || n % 1000, 'Last' || n % 5000, 'person' || n ||"
                                + " '@example.com', n % 1000 = 0, true, timestamptz '2020-01-01' + n * interval '1 second'"
                                + " from generate_series(1, " + people + ") n",
                        "analyze auth_user"));
    }
}
