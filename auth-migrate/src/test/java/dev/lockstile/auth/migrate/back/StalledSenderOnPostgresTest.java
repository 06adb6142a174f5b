package dev.lockstile.auth.migrate.back;

import dev.lockstile.auth.migrate.support.Postgres;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

final class StalledSenderOnPostgresTest extends StalledSenderContract {

    @Override
    DataSource openDatabase() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(Postgres.freshDatabase());
        return database;
    }
}
