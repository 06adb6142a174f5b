package dev.lockstile.auth.cutover.session;

import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.test.TestPostgres;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

final class RevokedTokensOnPostgresTest extends RevokedTokensContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onPostgres();
    }

    @Override
    DataSource openOld() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(TestPostgres.freshDatabase());
        return database;
    }

    @Override
    void lock(Statement statement, String table) throws SQLException {
        statement.execute("lock table " + table + " in access exclusive mode");
    }
}
