package dev.lockstile.auth.jpa.hosts;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rows for many people on PostgreSQL, as a live base has them: most active and proven, few disabled, deleted, invited or
 * in a rare role. Row {@code n} of each table belongs to person {@code n}; the n-th joined n minutes after the first.
 */
public final class ManyPeople {

    private static final String START = "timestamptz '2024-01-01 00:00:00Z'";
    private static final String JOINED = START + " + n * interval '1 minute'";

    private final Connection connection;
    private final int count;

    private ManyPeople(Connection connection, int count) {
        this.connection = connection;
        this.count = count;
    }

    public static void fill(OpenHost host, int count) throws SQLException {
        try (Connection connection = host.pool().getConnection()) {
            ManyPeople people = new ManyPeople(connection, count);
            people.execute("set statement_timeout = 0; set idle_in_transaction_session_timeout = 0");
            people.accounts();
            people.signIns();
            people.records();
            people.execute("vacuum analyze");
        }
    }

    private void accounts() throws SQLException {
        table(
                "auth_user",
                Map.ofEntries(
                        Map.entry("email", "'person' || n || '@example.com'"),
                        Map.entry("email_key", "'e' || n"),
                        Map.entry("email_verified_at", "case when n % 10 <> 0 then " + JOINED + " end"),
                        Map.entry("phone", "'+4915' || (10000000 + n)"),
                        Map.entry("username", "'name' || n"),
                        Map.entry("username_key", "'u' || n"),
                        Map.entry("is_active", "n % 1000 <> 0"),
                        Map.entry("disabled_until", "case when n % 2000 = 0 then now() + interval '1 day' end"),
                        Map.entry("deleted_at", "case when n % 500 = 1 then " + JOINED + " end"),
                        Map.entry("is_superuser", "n <= 3"),
                        Map.entry("joined_at", JOINED),
                        Map.entry("last_login_at", "case when n % 3 <> 0 then now() - n * interval '1 second' end"),
                        Map.entry("settings", "'{}'")));
        table(
                "auth_profile",
                Map.of(
                        "user_id", "n",
                        "is_default", "true",
                        "is_active", "true",
                        "role", "case when n % 10000 = 7 then 'auditor' when n % 20 = 0 then 'support' else 'USER' end",
                        "first_name", "'Given' || n % 5000",
                        "last_name_1", "'Family' || n % 20000",
                        "settings", "'{}'"));
        table("auth_device", Map.of("user_id", "n", "token", "'t' || n", "notification_token", "'p' || n"));
        table("auth_social_account", Map.of("user_id", "n", "provider_user_id", "'s' || n"));
        table("auth_api_key", Map.of("user_id", "n", "key_id", "'k' || n", "expires_at", "now() + interval '9 days'"));
    }

    /** Of the codes a fifth are links of notices that work for days; few are invitations. */
    private void signIns() throws SQLException {
        table(
                "auth_session",
                Map.of(
                        "user_id", "n",
                        "session_id", "'s' || n",
                        "client", "'WEB'",
                        "idle_until", "now() + interval '9 days'",
                        "absolute_until", "now() + interval '9 days'"));
        table(
                "auth_otp_code",
                Map.of(
                        "created_at", JOINED,
                        "challenge_id", "'c' || n",
                        "user_ref", "n::text",
                        "purpose",
                                "case when n % 1000 = 5 then 'INVITATION' when n % 5 = 0 then 'SIGN_IN_NOTICE'"
                                        + " else 'LOGIN' end",
                        "channel", "'EMAIL'",
                        "email", "'person' || n || '@example.com'",
                        "valid_until",
                                "now() + case when n % 1000 = 5 then interval '20 days' when n % 5 = 0"
                                        + " then interval '6 days' else interval '-1 day' end",
                        "used_at", "case when n % 5 <> 0 then now() end"));
        table("auth_trusted_browser", Map.of("user_id", "n"));
        table("auth_passkey", Map.of("user_id", "n"));
    }

    private void records() throws SQLException {
        table("auth_sms_log", Map.of("created_at", JOINED, "phone", "'+4915' || (10000000 + n)", "status", "'SENT'"));
        table(
                "auth_email_log",
                Map.of("created_at", JOINED, "to_email", "'person' || n || '@example.com'", "status", "'SENT'"));
        table(
                "auth_legacy_link",
                Map.of("link_key", "'l' || n", "local_ref", "n::text", "legacy_id", "n::text", "run_id", "'run'"));
        table(
                "auth_audit",
                Map.of(
                        "id", "n",
                        "happened_at", JOINED,
                        "name",
                                "case when n % 10000 = 7 then 'authz_admin' when n % 10 = 0 then 'authn_login_fail'"
                                        + " else 'authn_login_success' end",
                        "user_ref", "(n % 100000)::text",
                        "actor_ref", "case when n % 10000 = 7 then (n % 50)::text end"));
    }

    /** Columns that are not named have the least value of their type where they need one. */
    private void table(String table, Map<String, String> given) throws SQLException {
        List<String> columns = new ArrayList<>(given.keySet());
        List<String> values = new ArrayList<>(given.values());
        try (Statement statement = connection.createStatement();
                ResultSet needed = statement.executeQuery(
                        "select column_name, data_type from information_schema.columns where table_name = '" + table
                                + "' and is_nullable = 'NO' and column_default is null and is_identity = 'NO'")) {
            while (needed.next()) {
                if (!given.containsKey(needed.getString(1))) {
                    columns.add(needed.getString(1));
                    values.add(least(needed.getString(2)));
                }
            }
        }
        execute("insert into " + table + " (" + String.join(", ", columns) + ") select " + String.join(", ", values)
                + " from generate_series(1, " + count + ") n");
    }

    private static String least(String type) {
        return switch (type) {
            case "boolean" -> "false";
            case "integer", "bigint", "smallint" -> "0";
            case "character varying", "text" -> "'x' || n";
            default -> "now()";
        };
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
