package dev.lockstile.auth.cutover.writeback;

import dev.lockstile.auth.imports.support.Postgres;
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
