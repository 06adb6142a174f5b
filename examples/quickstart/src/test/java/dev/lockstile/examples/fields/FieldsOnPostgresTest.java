package dev.lockstile.examples.fields;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.imports.support.Postgres;

final class FieldsOnPostgresTest extends FieldsContract {

    @Override
    HikariDataSource database() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(Postgres.freshDatabase());
        return pool;
    }
}
