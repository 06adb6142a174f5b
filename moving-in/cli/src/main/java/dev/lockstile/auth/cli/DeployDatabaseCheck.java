package dev.lockstile.auth.cli;

import dev.lockstile.auth.schema.AuthSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Looks at the database of a deployment: its kind, its clock, and migrations that wait. */
final class DeployDatabaseCheck {

    /** Codes live for minutes; a few seconds between two machines do no harm. */
    private static final Duration APART = Duration.ofSeconds(10);

    private DeployDatabaseCheck() {}

    static List<DeployFinding> of(AuthSchema schema, Clock clock) {
        List<DeployFinding> found = new ArrayList<>();
        try (Connection connection = schema.database().getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            if (product.equals("H2")) {
                found.add(DeployFinding.warning(
                        "the database is H2: one process opens its file", "use PostgreSQL or MariaDB for people"));
            }
            clock(databaseTime(connection, product), clock.instant(), found);
        } catch (SQLException e) {
            found.add(DeployFinding.error(
                    "the database cannot be asked (SQL state " + e.getSQLState() + ")", "see that it can be reached"));
            return found;
        }
        int pending = schema.pending().size();
        if (pending > 0) {
            found.add(DeployFinding.error(pending + " change set(s) wait to run", "run migrate"));
        }
        return found;
    }

    /** MariaDB tells times without a zone, which the driver takes for those of the process. */
    private static Instant databaseTime(Connection connection, String product) throws SQLException {
        boolean isZoned = !product.equals("MariaDB") && !product.equals("MySQL");
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(isZoned ? "select current_timestamp" : "select utc_timestamp(6)")) {
            row.next();
            return isZoned
                    ? row.getObject(1, OffsetDateTime.class).toInstant()
                    : row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        }
    }

    private static void clock(Instant database, Instant own, List<DeployFinding> found) {
        Duration between = Duration.between(database, own);
        if (between.abs().compareTo(APART) > 0) {
            found.add(DeployFinding.error(
                    "the clock of this machine and that of the database are "
                            + between.abs().toSeconds() + " s apart",
                    "set both by NTP: codes and tokens end by the clock"));
        }
    }
}
