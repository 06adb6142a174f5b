package dev.lockstile.auth.migrate.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.migrate.DuplicatePolicy;
import dev.lockstile.auth.migrate.ImportOptions;
import dev.lockstile.auth.migrate.Ledger;
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
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.Secret;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.token.RefreshResult;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tokens that the old application signed by itself. Number 1 is bob in one table and ann@example.com in the other. All
 * others of {@code users} registered there with somebody's address and proved nothing: eve and number 13 with the number
 * of their victim, the rest with another.
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
        auth = house.node(builder -> builder.legacyTokens(bridge()));
    }

    private SessionBridge bridge() {
        return SessionBridge.of(
                UidJwt.signedWith(Secret.of(KEY)), people, house.clock.instant().plus(Duration.ofDays(30)));
    }

    private void moveIn() {
        moveIn(ImportOptions.defaults());
    }

    private void moveIn(ImportOptions options) {
        try (Source source = JdbcSource.open(new SourceAccess(url, null, null))) {
            new UserImport(house.target(), options).run(source, new FastApiUsersPreset(), entry -> {});
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
    void a_row_registered_under_anothers_address_opens_nothing_of_theirs() {
        moveIn();
        assertThat(user("users", "9")).as("it is merged").isEqualTo(user("fu_users", "8"));
        assertThat(people.isCalled(user("fu_users", "8"), "mallory")).isTrue();
        isRefused(token("mallory", 9));
        isRefused(token("dora@example.com", 9));
        isRefused(token("mallory", 8));
        assertThat(ownerOf(token("dora@example.com", 8))).isEqualTo(user("fu_users", "8"));
    }

    @Test
    void nor_does_one_whose_user_name_is_the_address() {
        moveIn();
        assertThat(user("users", "12")).as("it is merged").isEqualTo(user("fu_users", "10"));
        isRefused(token("finn@example.com", 12));
        assertThat(ownerOf(token("finn@example.com", 10))).isEqualTo(user("fu_users", "10"));
    }

    @Test
    void nor_does_one_with_the_very_number_of_the_owner() {
        moveIn();
        isRefused(token("eve", 7));
        isRefused(token("victim@example.com", 7));
        isRefused(token("gil@example.com", 13));
    }

    @Test
    void nor_does_it_bring_the_owner_over() {
        Adoption adoption = new Adoption(
                people, JdbcDirectory.of(old, "old"), house.passwords().hasher(), house.clock);
        auth = house.node(builder -> builder.legacyTokens(bridge().bringingIn(adoption)));
        isRefused(token("mallory", 9));
        isRefused(token("dora@example.com", 9));
        isRefused(token("mallory", 8));
        isRefused(token("finn@example.com", 12));
        isRefused(token("eve", 7));
        isRefused(token("gil@example.com", 13));
        for (String owner : List.of("7", "8", "10", "13")) {
            assertThat(people.userOf("fu_users", owner)).as(owner).isEmpty();
        }
        assertThat(ownerOf(token("dora@example.com", 8))).isEqualTo(user("fu_users", "8"));
        isRefused(token("mallory", 9));
    }

    @Test
    void a_row_merged_within_its_own_table_opens_nothing_either() {
        moveIn(ImportOptions.defaults().withDuplicates(DuplicatePolicy.MERGE));
        assertThat(user("fu_users", "20")).as("it is merged").isEqualTo(user("fu_users", "21"));
        auth = house.node(builder -> builder.legacyTokens(SessionBridge.of(
                FastApiUsersJwt.signedWith(Secret.of(KEY), "fu_users"),
                people,
                house.clock.instant().plus(Duration.ofDays(30)))));
        isRefused(token("\"sub\":\"20\",\"aud\":[\"fastapi-users:auth\"]"));
        assertThat(ownerOf(token("\"sub\":\"21\",\"aud\":[\"fastapi-users:auth\"]")))
                .isEqualTo(user("fu_users", "21"));
    }

    @Test
    void rows_moved_in_place_and_rows_written_from_here_are_no_second_rows() {
        moveIn();
        UserId ann = user("fu_users", "1");
        entry(ann.toString(), "run", ann);
        entry("998", Ledger.WRITTEN_FROM_HERE, ann);
        entry("999", "run", ann);
        auth = house.node(builder -> builder.legacyTokens(SessionBridge.of(
                FastApiUsersJwt.signedWith(Secret.of(KEY), "home"),
                people,
                house.clock.instant().plus(Duration.ofDays(30)))));
        assertThat(ownerOf(token("\"sub\":\"" + ann + "\",\"aud\":[\"fastapi-users:auth\"]")))
                .isEqualTo(ann);
        assertThat(ownerOf(token("\"sub\":\"998\",\"aud\":[\"fastapi-users:auth\"]")))
                .isEqualTo(ann);
        isRefused(token("\"sub\":\"999\",\"aud\":[\"fastapi-users:auth\"]"));
    }

    private void entry(String legacyId, String run, UserId user) {
        LegacyOrigin origin = new LegacyOrigin(people.system(), "home", legacyId, run, "as it was");
        house.store.alone(tx -> {
            tx.legacy().insert(people.ledgerKey("home", legacyId), origin, user.toString(), house.clock.instant());
            return true;
        });
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
