package dev.lockstile.auth.cutover.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.imports.UserImport;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.imports.preset.FastApiUsersPreset;
import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.support.LegacyTokenMaker;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.Sql;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.token.TokenPair;
import java.time.Duration;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;

/**
 * Tokens that the old application signed by itself. Number 1 is bob in one table and ann@example.com in the other. All
 * others of {@code users} registered there with another person's address and proved nothing: eve and number 13 with the
 * number of their victim, the rest with another.
 */
abstract class UidJwtCase {

    static final String KEY = "rig-secret-rig-secret-rig-secret-rig";

    final MigrationFixture app = new MigrationFixture(new InMemoryAuthStore());
    final LegacyTokenMaker maker = new LegacyTokenMaker(KEY, app.clock);
    final JdbcDataSource old = new JdbcDataSource();
    final PersonImport people = new PersonImport(app.target(), new FastApiUsersPreset(), ImportOptions.defaults());
    String url;
    Auth auth;

    @BeforeEach
    void two_tables_with_the_same_numbers() {
        url = "jdbc:h2:mem:uid_" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE";
        old.setURL(url);
        Sql.execute(
                old,
                "create table fu_users (id int primary key, email varchar, hashed_password varchar, is_active boolean,"
                        + " is_superuser boolean, is_verified boolean)",
                "create table users (id int primary key, username varchar, email varchar, hashed_password varchar,"
                        + " is_active int, role varchar, is_superuser boolean, is_verified boolean)",
                "insert into fu_users values (1, 'ann@example.com', '', true, false, true),"
                        + " (7, 'victim@example.com', '', true, false, true),"
                        + " (8, 'dora@example.com', '', true, false, true),"
                        + " (10, 'finn@example.com', '', true, false, true),"
                        + " (13, 'gil@example.com', '', true, false, true),"
                        + " (20, 'Hal@example.com', '', true, false, false),"
                        + " (21, 'hal@example.com', '', true, false, true)",
                "insert into users values (1, 'bob', null, '', 1, 'admin', false, false),"
                        + " (7, 'eve', 'Victim@example.com', '', 1, 'user', false, false),"
                        + " (9, 'mallory', 'dora@example.com', '', 1, 'user', false, false),"
                        + " (12, 'finn@example.com', null, '', 1, 'user', false, false),"
                        + " (13, 'gil@example.com', null, '', 1, 'user', false, false)");
        auth = app.node(builder -> builder.legacyTokens(bridge()));
    }

    LegacySessionBridge bridge() {
        return LegacySessionBridge.allowRevokedTokens(
                UidJwt.signedWith(Secret.of(KEY)), people, app.clock.instant().plus(Duration.ofDays(30)));
    }

    void moveIn() {
        moveIn(ImportOptions.defaults());
    }

    void moveIn(ImportOptions options) {
        try (Source source = JdbcSource.open(new SourceAccess(url, null, null))) {
            new UserImport(app.target(), options).run(source, new FastApiUsersPreset(), entry -> {});
        }
    }

    String token(String claims) {
        return maker.signed("{" + claims + ",\"exp\":"
                + app.clock.instant().plusSeconds(900).getEpochSecond() + "}");
    }

    String token(String name, int uid) {
        return token("\"sub\":\"" + name + "\",\"uid\":" + uid + ",\"role\":\"user\"");
    }

    Outcome<TokenPair> exchange(String token) {
        return auth.sessions().refresh(Secret.of(token));
    }

    UserId ownerOf(String token) {
        TokenPair in = exchange(token).orElseThrow();
        return auth.sessions().authenticate(in.access().reveal()).orElseThrow().user();
    }

    void isRefused(String token) {
        assertThat(exchange(token)).isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
    }

    UserId user(String entity, String id) {
        return people.userOf(entity, id).orElseThrow();
    }
}
