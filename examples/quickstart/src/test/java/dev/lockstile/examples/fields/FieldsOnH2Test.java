package dev.lockstile.examples.fields;

import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;

final class FieldsOnH2Test extends FieldsContract {

    @Override
    HikariDataSource database() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return pool;
    }
}
