package dev.lockstile.auth.schema.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.AuthTable;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The tables that the store keeps for itself, alone, are those of the whole changelog, to the letter. */
final class OwnTablesTest {

    /** Tables on which the host's entities lie; all others are the store's own, and belong into both changelogs. */
    private static final EnumSet<AuthTable> OF_ENTITIES = EnumSet.of(
            AuthTable.USER,
            AuthTable.PROFILE,
            AuthTable.DEVICE,
            AuthTable.SOCIAL,
            AuthTable.CODE,
            AuthTable.SESSION,
            AuthTable.SMS_LOG,
            AuthTable.EMAIL_LOG,
            AuthTable.EVENT,
            AuthTable.LEGACY_LINK,
            AuthTable.TOTP,
            AuthTable.PASSKEY,
            AuthTable.RECOVERY_CODE,
            AuthTable.TRUSTED_BROWSER,
            AuthTable.CHALLENGE,
            AuthTable.API_KEY,
            AuthTable.FORMER_PASSWORD);

    private static final String HISTORY =
            "select id || '::' || author || '::' || filename as name, md5sum from databasechangelog";

    @Test
    void a_host_may_change_from_one_changelog_to_the_other() throws SQLException {
        try (HikariDataSource own = TestDatabase.H2.open();
                HikariDataSource whole = TestDatabase.H2.open()) {
            AuthSchema alone =
                    AuthSchema.builder(own).hostChangelog(AuthSchema.OWN_TABLES).build();
            alone.migrate();
            AuthSchema.builder(whole).build().migrate();
            List<String> expected = new ArrayList<>(List.of(AuthTable.AUDIT.defaultName() + "_head"));
            EnumSet.complementOf(OF_ENTITIES).forEach(table -> expected.add(table.defaultName()));
            assertThat(alone.libraryTables()).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(history(whole)).containsAllEntriesOf(history(own));
            for (String table : alone.libraryTables()) {
                assertThat(columns(own, table)).as(table).isNotEmpty().isEqualTo(columns(whole, table));
            }
        }
    }

    private static List<String> columns(HikariDataSource pool, String table) throws SQLException {
        try (Connection connection = pool.getConnection();
                ResultSet found =
                        connection.getMetaData().getColumns(null, null, table.toUpperCase(Locale.ROOT), null)) {
            List<String> columns = new ArrayList<>();
            while (found.next()) {
                columns.add(found.getString("COLUMN_NAME") + ' ' + found.getString("TYPE_NAME"));
            }
            Collections.sort(columns);
            return columns;
        }
    }

    private static Map<String, String> history(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(HISTORY)) {
            Map<String, String> sums = new TreeMap<>();
            while (found.next()) {
                sums.put(found.getString(1), found.getString(2));
            }
            return sums;
        }
    }
}
