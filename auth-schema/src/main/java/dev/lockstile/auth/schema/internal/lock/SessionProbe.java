package dev.lockstile.auth.schema.internal.lock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a database can tell about the sessions that migrate. */
public enum SessionProbe {
    POSTGRESQL {
        @Override
        public List<String> holders(Connection connection) throws SQLException {
            return read(
                    connection,
                    DESCRIBED + " where " + holds(MigrationLock.KEY) + " and not " + holds(MigrationLock.WAITING_KEY)
                            + " and a.datname = current_database()");
        }

        @Override
        public List<String> candidates(Connection connection) throws SQLException {
            return read(
                    connection,
                    DESCRIBED + " where a.datname = current_database() and a.pid <> pg_backend_pid()"
                            + " and coalesce(a.backend_type, 'client backend') = 'client backend' and not "
                            + holds(MigrationLock.WAITING_KEY));
        }

        @Override
        boolean hasTurn(Connection connection) throws SQLException {
            return !read(
                            connection,
                            "select 'this' from pg_stat_activity a where a.pid = pg_backend_pid() and "
                                    + holds(MigrationLock.KEY))
                    .isEmpty();
        }

        @Override
        public List<String> turn(Connection connection) throws SQLException {
            return read(
                    connection,
                    DESCRIBED + " where " + holds(MigrationLock.KEY) + " and a.datname = current_database()");
        }

        private String holds(long key) {
            return "exists (select 1 from pg_locks l where l.pid = a.pid and l.granted and l.locktype = 'advisory'"
                    + " and l.classid = " + (key >>> 32) + " and l.objid = " + (key & 0xFFFFFFFFL) + ")";
        }

        @Override
        String selfQuery() {
            return "select pid || '/' || " + PG_BEGAN + " from pg_stat_activity a where pid = pg_backend_pid()";
        }

        @Override
        public List<String> marked(Connection connection, LockHolderNote.Session session) throws SQLException {
            return read(
                    connection,
                    DESCRIBED + " where a.pid = " + session.id() + " and coalesce(" + PG_BEGAN + " = " + session.began()
                            + ", true)");
        }
    },
    MARIADB {
        @Override
        public List<String> holders(Connection connection) throws SQLException {
            return read(
                    connection,
                    "select concat('session ', p.id, ' of ', p.user, ' from ', p.host, ', ', p.command)"
                            + " from information_schema.processlist p where p.id = is_used_lock('" + MigrationLock.NAME
                            + "') and " + NOT_WAITING);
        }

        @Override
        boolean hasTurn(Connection connection) throws SQLException {
            return !read(
                            connection,
                            "select 'this' from dual where is_used_lock('" + MigrationLock.NAME
                                    + "') = connection_id()")
                    .isEmpty();
        }

        @Override
        public List<String> turn(Connection connection) throws SQLException {
            return read(
                    connection,
                    "select concat('session ', p.id, ' of ', p.user, ' from ', p.host, ', ', p.command)"
                            + " from information_schema.processlist p where p.id = is_used_lock('" + MigrationLock.NAME
                            + "')");
        }

        /** Without a time: a number is given again only after the server was started anew. */
        @Override
        String selfQuery() {
            return "select concat(connection_id(), '/0')";
        }

        /** Who noted itself has the session lock as long as it migrates. */
        @Override
        public List<String> marked(Connection connection, LockHolderNote.Session session) throws SQLException {
            return read(
                    connection,
                    "select concat('session ', " + session.id() + ") from dual where is_used_lock('"
                            + MigrationLock.NAME + "') = " + session.id());
        }

        @Override
        public List<String> candidates(Connection connection) throws SQLException {
            return read(
                    connection,
                    "select concat('session ', p.id, ' of ', p.user, ' from ', p.host, ', ', p.command)"
                            + " from information_schema.processlist p where p.db = database() and p.id <> connection_id() and "
                            + NOT_WAITING
                            + " union all select '" + UNSEEN + "' from dual where exists (select 1 from"
                            + " information_schema.user_privileges) and not exists (select 1 from"
                            + " information_schema.user_privileges u where u.privilege_type = 'PROCESS' and u.grantee ="
                            + " concat('\\'', replace(current_user(), '@', '\\'@\\''), '\\''))");
        }
    },
    H2 {
        @Override
        public List<String> holders(Connection connection) {
            return List.of();
        }

        @Override
        public List<String> candidates(Connection connection) throws SQLException {
            return read(
                    connection,
                    "select 'session ' || session_id || ' of ' || user_name || ' since ' || session_start"
                            + " from information_schema.sessions where session_id <> session_id() union all select '"
                            + UNSEEN
                            + "' from information_schema.users where user_name = current_user and not is_admin");
        }

        @Override
        String selfQuery() {
            return "select session_id || '/' || " + H2_BEGAN
                    + " from information_schema.sessions where session_id = session_id()";
        }

        @Override
        public List<String> marked(Connection connection, LockHolderNote.Session session) throws SQLException {
            return read(
                    connection,
                    "select 'session ' || session_id || ' of ' || user_name || ' since ' || session_start"
                            + " from information_schema.sessions where session_id = " + session.id() + " and "
                            + H2_BEGAN + " = " + session.began() + " union all select '" + UNSEEN
                            + "' from information_schema.users where user_name = current_user and not is_admin");
        }
    };

    private static final String NOT_WAITING = "p.id <> coalesce(is_used_lock('" + MigrationLock.WAITING_NAME + "'), 0)";

    private static final String UNSEEN = "sessions of other users, which this user may not see";

    private static final String PG_BEGAN = "(extract(epoch from a.backend_start) * 1000000)::bigint";

    private static final String H2_BEGAN = "cast(extract(epoch from session_start) * 1000000 as bigint)";

    private static final String DESCRIBED =
            "select 'session ' || a.pid || ' of ' || coalesce(a.usename, '') || ' from '"
                    + " || coalesce(a.client_addr::text, 'this machine') || ', ' || coalesce(nullif(a.application_name, ''), 'unnamed')"
                    + " || ', connected ' || coalesce(a.backend_start::text, 'when this role may not see')"
                    + " || ', ' || coalesce(a.state, 'state unknown') from pg_stat_activity a";

    public static SessionProbe of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        if (product.contains("postgresql")) {
            return POSTGRESQL;
        }
        return product.contains("mariadb") || product.contains("mysql") ? MARIADB : H2;
    }

    /** Whether this very session holds the lock that gives migrations their turn and goes with their session. */
    boolean hasTurn(Connection connection) throws SQLException {
        return false;
    }

    /** Who has its turn now, whether it migrates or waits. */
    public List<String> turn(Connection connection) throws SQLException {
        return holders(connection);
    }

    /**
     * The sessions that hold the session lock of this library's migrations, but for those that only wait for
     * Liquibase's; a session that died holds none.
     */
    public abstract List<String> holders(Connection connection) throws SQLException;

    /**
     * All other sessions on this database: the holder is among them, if it lives. What the user may not see counts as
     * there. When a session began tells nothing, since the time of the lock was told by another clock.
     */
    public abstract List<String> candidates(Connection connection) throws SQLException;

    /**
     * How {@link LockHolderNote} names the session of this connection; null where sessions are not told apart for good.
     */
    @Nullable
    String self(Connection connection) throws SQLException {
        String query = selfQuery();
        return query == null
                ? null
                : read(connection, query).stream().findFirst().orElse(null);
    }

    @Nullable
    String selfQuery() {
        return null;
    }

    /** That session, if it is there or may be, for all that the user may see. */
    public List<String> marked(Connection connection, LockHolderNote.Session session) throws SQLException {
        return candidates(connection);
    }

    private static List<String> read(Connection connection, String sql) throws SQLException {
        List<String> sessions = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                sessions.add(found.getString(1));
            }
        }
        return sessions;
    }
}
