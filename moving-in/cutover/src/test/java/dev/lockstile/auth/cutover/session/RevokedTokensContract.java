package dev.lockstile.auth.cutover.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.cutover.migration.JdbcDirectory;
import dev.lockstile.auth.cutover.migration.JustInTimeMigration;
import dev.lockstile.auth.imports.support.Sql;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.StoreUnavailableException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tokens that the legacy system has ended, and those of which nothing is known. */
abstract class RevokedTokensContract extends BridgeFixture {

    private static final Pattern JTI = Pattern.compile("\"jti\":\"([0-9a-f]+)\"");
    private static final Duration SHORT = Duration.ofMillis(300);

    private DataSource old;

    /** A new, empty database. */
    abstract DataSource openOld();

    @BeforeEach
    void a_legacy_database() {
        old = openOld();
    }

    @Test
    void a_token_on_the_blacklist_opens_nothing() {
        blacklist();
        Auth node = node(RevocationList.simpleJwt(old, "old"));
        String revoked = maker.refresh(2, 502);
        String outstanding = maker.refresh(2, 502);
        String unlisted = maker.refresh(2, 502);
        list(revoked, 1, true);
        list(outstanding, 2, false);
        assertThat(exchange(node, revoked)).isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        assertThat(exchange(node, outstanding)).isInstanceOf(Outcome.Done.class);
        assertThat(exchange(node, unlisted)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void what_is_revoked_after_the_start_is_seen_at_the_next_exchange() {
        blacklist();
        Auth node = node(RevocationList.simpleJwt(old, "old"));
        String token = maker.refresh(3, 503);
        list(token, 1, true);
        assertThat(exchange(node, token)).isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
    }

    @Test
    void nobody_comes_over_with_a_token_on_the_blacklist() {
        blacklist();
        legacy.user(78).profile(578, 78);
        JustInTimeMigration migration = new JustInTimeMigration(
                people,
                JdbcDirectory.of(legacy.database(), "old", Duration.ofMinutes(1)),
                app.passwords().hasher(),
                app.clock);
        Auth node = app.node(builder -> builder.legacyTokens(LegacySessionBridge.of(
                        SimpleJwt.signedWith(Secret.of(KEY)), people, deadline, RevocationList.simpleJwt(old, "old"))
                .importingWith(migration)));
        String token = maker.refresh(78, 578);
        list(token, 1, true);
        assertThat(exchange(node, token)).isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        assertThat(people.userOf("users", "78")).isEmpty();
    }

    @Test
    void where_the_legacy_system_kept_no_list_its_tokens_are_good() {
        Sql.execute(old, "create table django_migrations (id int primary key, app varchar(255), name varchar(255))");
        Auth node = node(RevocationList.simpleJwt(old, "old"));
        assertThat(exchange(node, maker.refresh(4, 504))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_list_that_is_there_and_out_of_sight_is_unknown() {
        Sql.execute(
                old,
                "create table django_migrations (id int primary key, app varchar(255), name varchar(255))",
                "insert into django_migrations values (1, 'token_blacklist', '0001_initial')");
        Auth hidden = node(RevocationList.simpleJwt(old, "old"));
        isUnknown(hidden, maker.refresh(5, 505));
        DataSource half = openOld();
        Sql.execute(half, "create table token_blacklist_outstandingtoken (id int primary key, jti varchar(255))");
        isUnknown(node(RevocationList.simpleJwt(half, "old")), maker.refresh(5, 505));
    }

    @Test
    void while_the_legacy_database_does_not_answer_a_token_is_neither_taken_nor_used_up() {
        blacklist();
        Switch gate = new Switch();
        gate.shut = true;
        Auth node = node(RevocationList.simpleJwt(gate.over(old), "old"));
        String token = maker.refresh(6, 506);
        isUnknown(node, token);
        gate.shut = false;
        assertThat(exchange(node, token)).isInstanceOf(Outcome.Done.class);
        gate.shut = true;
        isUnknown(node, maker.refresh(6, 506));
    }

    @Test
    @Timeout(60)
    void a_pool_that_gives_no_connection_is_waited_for_no_longer_than_the_limit() {
        blacklist();
        Switch gate = new Switch();
        RevocationList list = RevocationList.simpleJwt(gate.over(old), "old", SHORT);
        Auth node = node(list);
        gate.stalled = true;
        String token = maker.refresh(7, 507);
        isUnknown(node, token);
        gate.release.countDown();
        gate.stalled = false;
        assertThat(exchange(node, token)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    @Timeout(60)
    void a_locked_list_is_unknown() throws SQLException {
        blacklist();
        Auth node = node(RevocationList.simpleJwt(old, "old", SHORT));
        String token = maker.refresh(8, 508);
        try (Connection holder = old.getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            lock(statement, "token_blacklist_blacklistedtoken");
            isUnknown(node, token);
            holder.rollback();
        }
        assertThat(exchange(node, token)).isInstanceOf(Outcome.Done.class);
    }

    /** So that readers wait. */
    abstract void lock(Statement statement, String table) throws SQLException;

    @Test
    void a_token_of_a_session_that_was_ended_is_revoked_however_its_signature_is_spelled() {
        sessions();
        RevocationList list = RevocationList.userSessions(old, "old");
        String ended = maker.fastApi("2", "fastapi-users:auth");
        String open = maker.fastApi("3", "fastapi-users:auth");
        session(1, ended, "'2026-11-01 00:00:00'");
        session(2, open, "null");
        assertThat(isRevoked(list, ended)).isTrue();
        assertThat(isRevoked(list, ended + "=")).isTrue();
        assertThat(isRevoked(list, open)).isFalse();
        assertThat(isRevoked(list, maker.fastApi("4", "fastapi-users:auth"))).isFalse();
    }

    @Test
    void simplejwt_s_list_refuses_to_judge_tokens_without_a_jti() {
        blacklist();
        RevocationList list = RevocationList.simpleJwt(old, "old");
        assertThatThrownBy(() -> isRevoked(list, maker.fastApi("2", "fastapi-users:auth")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private boolean isRevoked(RevocationList list, String token) {
        Secret secret = Secret.of(token);
        LegacyTokenFormat tokens = FastApiUsersJwt.signedWith(Secret.of(KEY), "users");
        return list.isRevoked(secret, tokens.read(secret, app.clock.instant()).orElseThrow());
    }

    private Auth node(RevocationList list) {
        return app.node(builder -> builder.legacyTokens(
                LegacySessionBridge.of(SimpleJwt.signedWith(Secret.of(KEY)), people, deadline, list)));
    }

    private static void isUnknown(Auth node, String token) {
        assertThatThrownBy(() -> exchange(node, token)).isInstanceOf(StoreUnavailableException.class);
    }

    private void blacklist() {
        Sql.execute(
                old,
                "create table token_blacklist_outstandingtoken (id int primary key, user_id int, jti varchar(255) unique,"
                        + " token varchar(4000), created_at timestamp, expires_at timestamp)",
                "create table token_blacklist_blacklistedtoken (id int primary key, blacklisted_at timestamp,"
                        + " token_id int unique references token_blacklist_outstandingtoken (id))");
    }

    private void list(String token, int id, boolean revoked) {
        String payload = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        Matcher jti = JTI.matcher(payload);
        assertThat(jti.find()).isTrue();
        Sql.execute(
                old,
                "insert into token_blacklist_outstandingtoken (id, jti, token) values (" + id + ", '" + jti.group(1)
                        + "', 'x')");
        if (revoked) {
            Sql.execute(old, "insert into token_blacklist_blacklistedtoken (id, token_id) values (1, " + id + ")");
        }
    }

    private void sessions() {
        Sql.execute(
                old,
                "create table user_sessions (id int primary key, user_id int, token varchar(2048),"
                        + " started_at timestamp, ended_at timestamp)");
    }

    private void session(int id, String token, String endedAt) {
        Sql.execute(
                old,
                "insert into user_sessions (id, token, ended_at) values (" + id + ", '" + token + "', " + endedAt
                        + ")");
    }

    /** A database that can be out of reach, or let all callers wait. */
    private static final class Switch {

        private final CountDownLatch release = new CountDownLatch(1);
        private volatile boolean shut;
        private volatile boolean stalled;

        DataSource over(DataSource real) {
            return (DataSource) Proxy.newProxyInstance(
                    Switch.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, verb, arguments) -> {
                        if (shut) {
                            throw new SQLException("down", "08001");
                        }
                        if (stalled) {
                            release.await();
                        }
                        return real.getConnection();
                    });
        }
    }
}
