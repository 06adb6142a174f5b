package dev.lockstile.auth.migrate.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.migrate.ImportOptions;
import dev.lockstile.auth.migrate.Newcomers;
import dev.lockstile.auth.migrate.UserImport;
import dev.lockstile.auth.migrate.adopt.Adoption;
import dev.lockstile.auth.migrate.adopt.JdbcDirectory;
import dev.lockstile.auth.migrate.preset.FastApiUsersPreset;
import dev.lockstile.auth.migrate.source.JdbcSource;
import dev.lockstile.auth.migrate.source.Source;
import dev.lockstile.auth.migrate.source.SourceAccess;
import dev.lockstile.auth.migrate.support.MovingHouse;
import dev.lockstile.auth.migrate.support.OldTokenMaker;
import dev.lockstile.auth.migrate.support.Sql;
import dev.lockstile.auth.model.Secret;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.token.RefreshResult;
import java.time.Duration;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tokens that the old application signed by itself. Number 1 is bob in one table and ann@example.com in the other; eve is
 * number 7 in both.
 */
final class UidJwtTest {

    private static final String KEY = "rig-secret-rig-secret-rig-secret-rig";

    private final MovingHouse house = new MovingHouse(new InMemoryAuthStore());
    private final OldTokenMaker maker = new OldTokenMaker(KEY, house.clock);
    private final JdbcDataSource old = new JdbcDataSource();
    private final Newcomers people = new Newcomers(house.target(), new FastApiUsersPreset(), ImportOptions.defaults());
    private String url;
    private Auth auth;

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
                        + " (7, 'eve@example.com', '', true, false, true)",
                "insert into users values (1, 'bob', null, '', 1, 'admin', false, false),"
                        + " (7, 'eve', 'Eve@example.com', '', 1, 'user', false, false)");
        auth = house.node(builder -> builder.legacyTokens(bridge()));
    }

    private SessionBridge bridge() {
        return SessionBridge.of(
                UidJwt.signedWith(Secret.of(KEY)), people, house.clock.instant().plus(Duration.ofDays(30)));
    }

    private void moveIn() {
        try (Source source = JdbcSource.open(new SourceAccess(url, null, null))) {
            new UserImport(house.target(), ImportOptions.defaults()).run(source, new FastApiUsersPreset(), entry -> {});
        }
    }

    private String token(String claims) {
        return maker.signed("{" + claims + ",\"exp\":"
                + house.clock.instant().plusSeconds(900).getEpochSecond() + "}");
    }

    private String token(String name, int uid) {
        return token("\"sub\":\"" + name + "\",\"uid\":" + uid + ",\"role\":\"user\"");
    }

    private RefreshResult exchange(String token) {
        return auth.sessions().refresh(Secret.of(token));
    }

    private UserId ownerOf(String token) {
        RefreshResult.Refreshed in = (RefreshResult.Refreshed) exchange(token);
        return auth.sessions()
                .authenticate(in.tokens().access().reveal())
                .orElseThrow()
                .user();
    }

    private void isRefused(String token) {
        assertThat(exchange(token)).isInstanceOf(RefreshResult.Refused.class);
    }

    private UserId user(String entity, String id) {
        return people.userOf(entity, id).orElseThrow();
    }

    @Test
    void a_number_of_one_table_does_not_open_the_account_of_the_other() {
        moveIn();
        isRefused(token("bobby", 1));
        isRefused(token("bob", 7));
        isRefused(token("ann@example.com", 7));
        isRefused(token("nobody@example.com", 1));
        isRefused(token("bob", 2));
    }

    @Test
    void what_was_made_for_something_else_opens_nothing() {
        moveIn();
        String good = "\"sub\":\"bob\",\"uid\":1,\"role\":\"user\"";
        isRefused(token(good + ",\"aud\":[\"fastapi-users:auth\"]"));
        isRefused(token(good + ",\"aud\":\"fastapi-users:reset\""));
        isRefused(token(good + ",\"iss\":\"another\""));
        isRefused(token(good + ",\"purpose\":\"unsubscribe\""));
        isRefused(token(good + ",\"token_type\":\"reset\""));
        isRefused(token("\"sub\":\"bob\""));
        isRefused(token("\"uid\":1"));
        isRefused(token("\"sub\":\"bob\",\"uid\":\"1\""));
        isRefused(token("\"sub\":\"bob\",\"uid\":1.0"));
        isRefused(token("\"sub\":\"bob\",\"uid\":true"));
        isRefused(token("\"sub\":1,\"uid\":1"));
        isRefused(maker.signed("{" + good + "}"));
        isRefused(maker.signed("{" + good + ",\"exp\":" + house.clock.instant().getEpochSecond() + "}"));
        isRefused(maker.unsigned("{" + good + ",\"exp\":9999999999}"));
        isRefused(new OldTokenMaker(KEY + "x", house.clock).signed("{" + good + ",\"exp\":9999999999}"));
        assertThat(ownerOf(token(good))).as("the right one does").isEqualTo(user("users", "1"));
    }

    @Test
    void the_name_tells_in_which_table_the_number_is() {
        moveIn();
        assertThat(ownerOf(token("bob", 1))).isEqualTo(user("users", "1")).isNotEqualTo(user("fu_users", "1"));
        assertThat(ownerOf(token("Ann@Example.com", 1))).isEqualTo(user("fu_users", "1"));
    }

    @Test
    void a_person_of_both_tables_gets_in_with_the_tokens_of_both() {
        moveIn();
        assertThat(ownerOf(token("eve", 7)))
                .isEqualTo(ownerOf(token("eve@example.com", 7)))
                .isEqualTo(user("fu_users", "7"));
    }

    @Test
    void each_works_once_and_the_second_use_ends_what_the_first_one_got() {
        moveIn();
        String token = token("bob", 1);
        RefreshResult.Refreshed first = (RefreshResult.Refreshed) exchange(token);
        isRefused(token);
        isRefused(first.tokens().refresh().reveal());
    }

    @Test
    void who_was_deleted_here_stays_out() {
        moveIn();
        UserId bob = user("users", "1");
        auth.admin().delete(bob);
        isRefused(token("bob", 1));
    }

    @Test
    void who_has_not_come_over_does_so_only_under_the_name_of_the_token() {
        Adoption adoption = new Adoption(
                people, JdbcDirectory.of(old, "old"), house.passwords().hasher(), house.clock);
        auth = house.node(builder -> builder.legacyTokens(bridge().bringingIn(adoption)));
        isRefused(token("carl", 1));
        assertThat(people.userOf("users", "1")).isEmpty();
        assertThat(people.userOf("fu_users", "1"))
                .as("nobody comes over whom the token does not name")
                .isEmpty();
        assertThat(ownerOf(token("bob", 1))).isEqualTo(user("users", "1"));
        assertThat(people.userOf("fu_users", "1")).isEmpty();
    }

    @Test
    void the_application_s_tokens_open_nothing_where_only_those_of_the_library_are_expected() {
        moveIn();
        auth = house.node(builder -> builder.legacyTokens(SessionBridge.of(
                FastApiUsersJwt.signedWith(Secret.of(KEY), "users"),
                people,
                house.clock.instant().plus(Duration.ofDays(30)))));
        isRefused(token("bob", 1));
        isRefused(token("1", 1));
    }

    @Test
    void a_key_that_can_be_searched_for_is_taken_only_aloud() {
        assertThatThrownBy(() -> UidJwt.signedWith(Secret.of("secret"))).hasMessageContaining("32 bytes");
        assertThat(UidJwt.allowShortKey(Secret.of("secret"))).isNotNull();
    }
}
