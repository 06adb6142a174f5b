package dev.lockstile.proofs;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What holds in the database after every fault, whichever process died when. */
final class Invariants {

    private static final List<String> TABLES = List.of(
            "auth_user",
            "auth_profile",
            "auth_otp_code",
            "auth_session",
            "auth_device",
            "auth_outbox",
            "auth_sms_log",
            "auth_email_log",
            "auth_totp",
            "auth_passkey",
            "auth_recovery_code",
            "auth_challenge",
            "auth_api_key",
            "auth_audit");

    private static final Map<String, String> NONE = new TreeMap<>(
            Map.ofEntries(
                    entry(
                            "people without exactly one default profile",
                            "select count(*) from auth_user u where u.deleted_at is null and 1 <>"
                                    + " (select count(*) from auth_profile p where p.user_id = u.id and p.is_default)"),
                    entry(
                            "identifiers with two owners",
                            "select count(*) from (select email_key from auth_user where email_key is not null"
                                    + " group by email_key having count(*) > 1) twice"),
                    entry(
                            "identifiers not in canonical form",
                            "select count(*) from auth_user where email <> lower(email) or username <> lower(username)"),
                    entry(
                            "proven addresses without an owner",
                            "select count(*) from auth_user where email_verified_at is not null and email_key is null"
                                    + " and deleted_at is null"),
                    entry(
                            "codes with more attempts than allowed",
                            "select count(*) from auth_otp_code where attempts > max_attempts"),
                    entry(
                            "codes that are used and still live",
                            "select count(*) from auth_otp_code where live_key is not null and used_at is not null"),
                    entry(
                            "sessions that share a token",
                            "select count(*) from (select token_digest from auth_session group by token_digest"
                                    + " having count(*) > 1) twice"),
                    entry(
                            "sessions ended without a reason",
                            "select count(*) from auth_session where ended_at is not null and end_reason is null"),
                    entry(
                            "challenges with more attempts than allowed",
                            "select count(*) from auth_challenge where attempts > max_attempts"),
                    entry(
                            "messages neither due nor finished",
                            "select count(*) from auth_outbox where due_at is null and finished_at is null"),
                    entry(
                            "live sessions of accounts that ended",
                            "select count(*) from auth_session s join auth_user u on u.id = s.user_id"
                                    + " where u.deleted_at is not null and s.ended_at is null"),
                    entry(
                            "open keys of accounts that ended",
                            "select count(*) from auth_api_key k join auth_user u on u.id = k.user_id"
                                    + " where u.deleted_at is not null and k.ended_at is null and k.deleted_at is null"),
                    entry(
                            "invitations that are used without a password",
                            "select count(*) from auth_otp_code c join auth_user u on cast(u.id as varchar(64)) = c.user_ref"
                                    + " where c.purpose = 'INVITATION' and c.used_at is not null and u.password_hash is null")));

    private Invariants() {}

    /** @param secrets what no table may hold in clear */
    static void hold(ProofFixture fixture, List<String> secrets) {
        NONE.forEach((what, sql) -> assertThat(fixture.number(sql)).as(what).isZero());
        assertThat(fixture.number(
                        "select count(*) from auth_outbox where finished_at is not null and length(sealed) > 0"))
                .as("finished messages that keep their secret part")
                .isZero();
        String dump = dump(fixture);
        secrets.forEach(secret -> assertThat(dump).doesNotContain(secret));
    }

    private static String dump(ProofFixture fixture) {
        StringBuilder all = new StringBuilder();
        try (Connection connection = fixture.pool().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                    append(all, rows);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return all.toString();
    }

    private static void append(StringBuilder all, ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        while (rows.next()) {
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                all.append(rows.getString(i)).append('\n');
            }
        }
    }
}
