package dev.lockstile.auth.cutover.session;

import dev.lockstile.auth.imports.support.JpaHost;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

final class RevokedTokensOnH2Test extends RevokedTokensContract {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }

    @Override
    DataSource openOld() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:revoked_" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE");
        return database;
    }

    @Override
    void lock(Statement statement, String table) throws SQLException {
        statement.execute("set exclusive 1");
    }
}
