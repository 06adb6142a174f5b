package dev.lockstile.auth.schema;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import liquibase.changelog.ChangeSet;
import org.slf4j.LoggerFactory;

/**
 * Ends all sessions on a database as soon as Liquibase says that it has done something, as the death of their process
 * would: after a change, or after a change set and before its row in the history.
 */
final class SessionEnd extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final Logger LIQUIBASE = (Logger) LoggerFactory.getLogger(ChangeSet.class);

    private final TestDatabase database;
    private final HikariDataSource pool;
    private final String moment;
    private final Level before = LIQUIBASE.getLevel();
    private boolean done;

    private SessionEnd(TestDatabase database, HikariDataSource pool, String moment) {
        this.database = database;
        this.pool = pool;
        this.moment = moment;
    }

    static SessionEnd at(TestDatabase database, HikariDataSource pool, String moment) {
        SessionEnd end = new SessionEnd(database, pool, moment);
        LIQUIBASE.setLevel(Level.DEBUG);
        LIQUIBASE.addAppender(end);
        end.start();
        return end;
    }

    boolean isDone() {
        return done;
    }

    @Override
    public void close() {
        LIQUIBASE.detachAppender(this);
        LIQUIBASE.setLevel(before);
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (!done && event.getFormattedMessage().contains(moment)) {
            done = true;
            try {
                endAll();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void endAll() throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
                Statement statement = connection.createStatement()) {
            List<String> others = others(statement);
            while (!others.isEmpty()) {
                for (String other : others) {
                    end(statement, other);
                }
                others = others(statement);
            }
        }
    }

    private List<String> others(Statement statement) throws SQLException {
        String sql = switch (database) {
            case H2 -> "select session_id from information_schema.sessions where session_id <> session_id()";
            case POSTGRES ->
                "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
            case MARIADB ->
                "select id from information_schema.processlist where db = database() and id <> connection_id()";
        };
        List<String> others = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                others.add(found.getString(1));
            }
        }
        return others;
    }

    private void end(Statement statement, String session) throws SQLException {
        try {
            statement.execute(
                    switch (database) {
                        case H2 -> "call abort_session(" + session + ")";
                        case POSTGRES -> "select pg_terminate_backend(" + session + ")";
                        case MARIADB -> "kill " + session;
                    });
        } catch (SQLException e) {
            if (others(statement).contains(session)) {
                throw e;
            }
        }
    }
}
