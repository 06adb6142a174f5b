package dev.lockstile.auth.cutover.session;

import dev.lockstile.auth.cutover.session.LegacyTokenFormat.Read;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.imports.source.TimedConnections;
import dev.lockstile.auth.secret.Secret;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the legacy database itself, with one deadline for a question. */
final class JdbcRevocationList implements RevocationList {

    static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(JdbcRevocationList.class);
    /** No such table: the standard's, H2's two for one that is called alike, and PostgreSQL's. */
    private static final Set<String> NO_TABLE = Set.of("42S02", "42S03", "42S04", "42P01");

    private final TimedConnections database;
    private final String description;
    private final Duration patience;
    private final RevocationTables tables;
    private volatile @Nullable Boolean kept;

    JdbcRevocationList(DataSource database, String description, Duration patience, RevocationTables tables) {
        this.database = new TimedConnections(database, patience);
        this.description = description;
        this.patience = patience;
        this.tables = tables;
        try {
            isKept();
        } catch (SourceUnusableException e) {
            LOG.warn("until it can be read no legacy token is exchanged: {}", e.getMessage());
        }
    }

    @Override
    public boolean isRevoked(Secret token, Read read) {
        List<Object> values = tables.values(token, read);
        return isKept() && asked(connection -> found(connection, tables.query(), values));
    }

    /** Looked up once: a list that the legacy system begins to keep later is seen at the next start. */
    private boolean isKept() {
        Boolean known = kept;
        if (known != null) {
            return known;
        }
        boolean there = asked(this::look);
        if (!there) {
            LOG.warn(
                    "{} has no {}: the legacy system kept no list of ended tokens, so every token is good until it"
                            + " expires",
                    description,
                    String.join(" and no ", tables.tables()));
        }
        kept = there;
        return there;
    }

    private boolean look(Connection connection) throws SQLException {
        int there = 0;
        for (String table : tables.tables()) {
            there += isThere(connection, "select 1 from " + table + " where 1 = 0") ? 1 : 0;
        }
        String witness = tables.witness();
        boolean hidden =
                there == 0 && witness != null && isThere(connection, witness) && found(connection, witness, List.of());
        if (hidden || there > 0 && there < tables.tables().size()) {
            throw new SourceUnusableException("the list of ended tokens in " + description
                    + " exists, and not all of it is in sight: see to the schema and the permissions");
        }
        return there > 0;
    }

    private boolean isThere(Connection connection, String probe) throws SQLException {
        try {
            found(connection, probe, List.of());
            return true;
        } catch (SQLException e) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            if (NO_TABLE.contains(String.valueOf(e.getSQLState())) || isMissingInSqlite(e)) {
                return false;
            }
            throw e;
        }
    }

    /** SQLite has no SQL states. */
    private static boolean isMissingInSqlite(SQLException e) {
        return e.getClass().getName().startsWith("org.sqlite.")
                && String.valueOf(e.getMessage()).contains("no such table");
    }

    private boolean found(Connection connection, String sql, List<Object> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout((int) Math.max(1, patience.toSeconds()));
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** State alone: a driver's text may quote what was asked. */
    private boolean asked(Question question) {
        try (TimedConnections.Timed timed = database.open()) {
            boolean answer = question.of(timed.connection());
            if (!timed.connection().getAutoCommit()) {
                timed.connection().rollback();
            }
            return answer;
        } catch (SQLException e) {
            throw new SourceUnusableException("the list of ended tokens in " + description
                    + " cannot be read (SQL state " + e.getSQLState() + ")");
        }
    }

    @FunctionalInterface
    private interface Question {
        boolean of(Connection connection) throws SQLException;
    }
}
