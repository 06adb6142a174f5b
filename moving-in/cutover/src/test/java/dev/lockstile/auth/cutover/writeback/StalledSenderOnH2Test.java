package dev.lockstile.auth.cutover.writeback;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

final class StalledSenderOnH2Test extends StalledSenderContract {

    @Override
    DataSource openDatabase() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:stalled_" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE");
        return database;
    }
}
