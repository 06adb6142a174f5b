package dev.lockstile.auth.cutover.writeback;

import dev.lockstile.test.TestPostgres;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

final class StalledSenderOnPostgresTest extends StalledSenderContract {

    @Override
    DataSource openDatabase() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(TestPostgres.freshDatabase());
        return database;
    }
}
