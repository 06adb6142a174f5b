package dev.lockstile.benchmarks.growth;

import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.benchmarks.internal.host.BenchSettings;
import dev.lockstile.benchmarks.internal.host.Sql;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/**
 * Four hundred days of use, made by the database: so many people with a profile each, and as many codes and sessions as
 * people, all over, two or three each for two people in five. Seven codes in ten were used; of those that were not, the
 * last to a person may still hold its place among live ones, as it does until the next code takes it.
 *
 * @param rows of each kind
 */
record GeneratedHistory(int rows) {

    static final List<String> TABLES = List.of("auth_user", "auth_profile", "auth_otp_code", "auth_session");

    /** Coprime to every number of active people: whose turn it is jumps about, and each has one a round. */
    private static final int JUMP = 1_000_003;

    private static final String KEY =
            "'E' || rtrim(translate(encode(sha256(convert_to('EMAIL:' || %s, 'UTF8')), 'base64'), '+/', '-_'), '=')";
    private static final String RANDOM =
            "rtrim(translate(encode(sha256(convert_to(%s || g, 'UTF8')), 'base64'), '+/', '-_'), '=')";

    GeneratedHistory {
        if (rows < 5 || rows % 5 != 0) {
            throw new IllegalArgumentException("rows come in fives");
        }
    }

    /** A table at a time and two beside each other, for that is work for two processors. */
    void fill(DataSource database) {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CompletableFuture.allOf(TABLES.stream()
                            .map(table -> CompletableFuture.runAsync(() -> fill(new Sql(database), table), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            threads.shutdown();
        }
        new Sql(database).run(List.of("checkpoint"));
    }

    private void fill(Sql sql, String table) {
        Indexes indexes = Indexes.of(sql, table);
        sql.run(indexes.drop());
        // the constraints between the tables hold by how the rows are made
        sql.run(List.of("set session_replication_role = replica", rowsOf(table)));
        sql.run(indexes.make());
        sql.run(List.of("select setval('" + table + "_seq', " + (rows + 100) + ")", "vacuum (analyze) " + table));
    }

    private String rowsOf(String table) {
        return switch (table) {
            case "auth_user" -> users();
            case "auth_profile" -> profiles();
            case "auth_otp_code" -> codes();
            default -> sessions();
        };
    }

    private String users() {
        String hash = Passwords.of(BenchSettings.passwords()).hasher().hash(Secret.of(BenchSettings.PASSWORD));
        String email = "'p' || g || '@acme.example'";
        return """
                insert into auth_user (id, created_at, modified_at, deleted_by_cascade, email, email_key,
                    email_verified_at, password_hash, is_active, is_staff, is_superuser, joined_at, settings)
                select g, now() - interval '400 days', now() - interval '400 days', false, %s, %s,
                    now() - interval '400 days', '%s', true, false, false, now() - interval '400 days', '{}'
                from generate_series(1, %d) g""".formatted(email, KEY.formatted(email), hash, rows);
    }

    private String profiles() {
        return """
                insert into auth_profile (id, created_at, modified_at, deleted_by_cascade, user_id, is_default,
                    is_active, role, label, settings)
                select g, now() - interval '400 days', now() - interval '400 days', false, g, true, true, 'USER', '', '{}'
                from generate_series(1, %d) g""".formatted(rows);
    }

    private String codes() {
        String email = "'p' || who || '@acme.example'";
        return """
                insert into auth_otp_code (id, created_at, modified_at, deleted_by_cascade, challenge_id, purpose, channel,
                    email, recipient_key, user_ref, code_digest, live_key, attempts, max_attempts, valid_until,
                    last_sent_at, used_at, ended_at)
                select g, at, at, false, substr(%s, 1, 22), 'LOGIN', 'EMAIL', %s, %s, who::text, %s,
                    case when g %% 10 = 9 and g > %d then 'LOGIN:' || %s end, 1, 5, at + interval '10 minutes', at,
                    case when g %% 10 < 7 then at + interval '1 minute' end,
                    case when g %% 10 in (7, 8) then at + interval '2 minutes' end
                from (%s) past""".formatted(
                        RANDOM.formatted("'challenge'"),
                        email,
                        KEY.formatted(email),
                        RANDOM.formatted("'code'"),
                        rows - active(),
                        KEY.formatted(email),
                        past(1));
    }

    private String sessions() {
        return """
                insert into auth_session (id, created_at, modified_at, user_id, session_id, profile_ref, client,
                    remote_address, token_digest, generation, auth_time, last_used_at, idle_until, absolute_until,
                    ended_at, end_reason)
                select g, at, at, who, substr(%s, 1, 22), who::text, 'WEB', '198.51.100.' || g %% 250, %s, g %% 9, at,
                    at + interval '1 hour', at + interval '25 hours', at + interval '30 days',
                    case when g %% 10 < 7 then at + interval '2 hours' end, case when g %% 10 < 7 then 'LOGOUT' end
                from (%s) past""".formatted(RANDOM.formatted("'session'"), RANDOM.formatted("'token'"), past(31));
    }

    /** Number, person and moment of what is past; the last that many days ago. */
    private String past(int daysAgo) {
        return """
                select g, 1 + (g::bigint * %d %% %d) * 5 / 2 as who,
                    now() - interval '%d days' - interval '369 days' * ((%d - g)::float8 / %d) as at
                from generate_series(1, %d) g""".formatted(JUMP, active(), daysAgo, rows, rows, rows);
    }

    private int active() {
        return rows / 5 * 2;
    }
}
