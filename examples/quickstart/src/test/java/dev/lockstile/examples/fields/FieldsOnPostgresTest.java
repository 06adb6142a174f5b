package dev.lockstile.examples.fields;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.test.TestPostgres;

final class FieldsOnPostgresTest extends FieldsContract {

    @Override
    HikariDataSource database() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(TestPostgres.freshDatabase());
        return pool;
    }
}
