package dev.lockstile.auth.migrate.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.login.LoginResult;
import dev.lockstile.auth.migrate.ImportOptions;
import dev.lockstile.auth.migrate.Newcomers;
import dev.lockstile.auth.migrate.adopt.Adoption;
import dev.lockstile.auth.migrate.adopt.JdbcDirectory;
import dev.lockstile.auth.migrate.preset.JbDrfAuthPreset;
import dev.lockstile.auth.migrate.support.Importing;
import dev.lockstile.auth.migrate.support.JpaHost;
import dev.lockstile.auth.migrate.support.MovingHouse;
import dev.lockstile.auth.migrate.support.OldTokenMaker;
import dev.lockstile.auth.migrate.support.SmallLegacy;
import dev.lockstile.auth.model.Secret;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.RefreshResult;
import dev.lockstile.auth.token.TokenPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Old tokens at the door where ours are exchanged, in the hands of their owners and of others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SessionBridgeContract {

    private static final String KEY = "rig-secret-key-not-for-production-0123456789abcdef";
    private static final int IMPORTED = 20;

    private final SmallLegacy legacy = new SmallLegacy();
    private JpaHost host;
    private MovingHouse house;
    private Newcomers people;
    private Instant deadline;
    private Auth auth;
    private OldTokenMaker maker;

    abstract JpaHost openHost();

    @BeforeAll
    void move_in() {
        host = openHost();
        house = new MovingHouse(host.store());
        maker = new OldTokenMaker(KEY, house.clock);
        deadline = house.clock.instant().plus(Duration.ofDays(30));
        for (int i = 1; i <= IMPORTED; i++) {
            // ids that mean somebody else here
            legacy.user(i + 1).profile(i + 500, i + 1).profile(i + 900, i + 1, "is_default", "false", "label", "'two'");
        }
        new Importing(host.store()).run(legacy.source());
        people = new Newcomers(house.target(), JbDrfAuthPreset.discovering(), ImportOptions.defaults());
        auth = node(SimpleJwt.signedWith(Secret.of(KEY)));
    }

    @AfterAll
    void leave() {
        host.close();
    }

    private Auth node(OldTokens tokens) {
        return house.node(builder -> builder.legacyTokens(SessionBridge.of(tokens, people, deadline)));
    }

    private UserId owner(long legacyId) {
        return people.userOf("users", Long.toString(legacyId)).orElseThrow();
    }

    private RefreshResult exchange(String token) {
        return exchange(auth, token);
    }

    private static RefreshResult exchange(Auth node, String token) {
        return node.sessions().refresh(Secret.of(token));
    }

    private static TokenPair pair(RefreshResult result) {
        return ((RefreshResult.Refreshed) result).tokens();
    }

    private Caller caller(TokenPair pair) {
        return auth.sessions().authenticate(pair.access().reveal()).orElseThrow();
    }

    private void isRefused(String token) {
        assertThat(exchange(token)).isInstanceOf(RefreshResult.Refused.class);
    }

    @Test
    void an_old_refresh_token_becomes_a_session_of_its_owner_and_profile() {
        TokenPair pair = pair(exchange(maker.refresh(2, 901)));
        Caller caller = caller(pair);
        assertThat(caller.user())
                .isEqualTo(owner(2))
                .isNotEqualTo(auth.userId("2").orElseThrow());
        assertThat(host.rows("select label from auth_profile where id = " + caller.profile()))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("label", "two"));
        assertThat(exchange(pair.refresh().reveal())).isInstanceOf(RefreshResult.Refreshed.class);
        assertThat(auth.stepUp().isRecent(caller))
                .as("nobody has proven anything now")
                .isFalse();
    }

    @Test
    void the_second_use_is_refused_and_ends_what_the_first_one_got() {
        String token = maker.refresh(3, 503);
        TokenPair pair = pair(exchange(token));
        isRefused(token);
        isRefused(pair.refresh().reveal());
        isRefused(token);
    }

    @Test
    void of_two_at_once_one_wins_and_keeps_it() throws Exception {
        for (int round = 0; round < 5; round++) {
            String token = maker.refresh(4, 503);
            Callable<RefreshResult> use = () -> exchange(token);
            List<RefreshResult> results = atOnce(Collections.nCopies(2, use));
            assertThat(results.stream().filter(RefreshResult.Refreshed.class::isInstance))
                    .hasSize(1);
        }
    }

    @Test
    void another_spelling_of_a_used_token_is_the_same_token() {
        String token = maker.refresh(5, 505);
        assertThat(exchange(token)).isInstanceOf(RefreshResult.Refreshed.class);
        isRefused(token + "=");
        char last = token.charAt(token.length() - 1);
        String twin = token.substring(0, token.length() - 1) + (char) (last + 1);
        isRefused(twin);
    }

    @Test
    void what_is_not_exactly_an_old_token_opens_nothing() {
        isRefused(maker.token("{\"alg\":\"none\",\"typ\":\"JWT\"}", maker.refreshClaims(6)));
        isRefused(maker.unsigned(maker.refreshClaims(6)));
        isRefused(maker.token("{\"alg\":\"HS512\",\"typ\":\"JWT\"}", maker.refreshClaims(6)));
        isRefused(maker.token("{\"alg\":\"hs256\",\"typ\":\"JWT\"}", maker.refreshClaims(6)));
        isRefused(maker.token("{\"alg\":\"HS256\",\"alg\":\"HS256\"}", maker.refreshClaims(6)));
        isRefused(maker.token("{\"alg\":\"HS256\",\"crit\":[\"exp\"]}", maker.refreshClaims(6)));
        isRefused(new OldTokenMaker(KEY + "x", house.clock).refresh(6, 506));
        isRefused(maker.access(6));
        isRefused(maker.signed(maker.refreshClaims(6).replace("refresh", "sliding")));
        isRefused(maker.signed(maker.refreshClaims(6).replace("\"user_id\":6", "\"user_id\":6.0")));
        isRefused(maker.signed(maker.refreshClaims(6).replace("\"user_id\":6", "\"user_id\":true")));
        isRefused(maker.signed(maker.refreshClaims(6).replace("\"user_id\":6", "\"user_id\":[6]")));
        isRefused(maker.signed(maker.refreshClaims(6).replace("\"jti\"", "\"jtj\"")));
        isRefused(maker.signed(maker.refreshClaims(6).replace("\"iat\"", "\"iau\"")));
        isRefused(maker.signed(maker.refreshClaims(6).replace("{", "{\"aud\":\"other\",")));
        isRefused(maker.signed(maker.refreshClaims(6).replace("{", "{\"user_id\":7,")));
        isRefused(maker.signed("[]"));
        isRefused("a.b.c");
        isRefused("..");
        isRefused("x".repeat(10_000));
        assertThat(exchange(maker.refresh(6, 506)))
                .as("the right one does")
                .isInstanceOf(RefreshResult.Refreshed.class);
    }

    @Test
    void a_user_key_as_text_means_the_same_person() {
        String token = maker.signed(maker.refreshClaims(7).replace("\"user_id\":7", "\"user_id\":\"7\""));
        assertThat(caller(pair(exchange(token))).user()).isEqualTo(owner(7));
    }

    @Test
    void a_token_that_has_run_out_or_is_from_the_future_opens_nothing() {
        Instant now = house.clock.instant();
        isRefused(maker.signed(maker.claims("refresh", 8, now.minusSeconds(100), now)));
        isRefused(maker.signed(maker.claims("refresh", 8, now.plusSeconds(100), now.plusSeconds(1000))));
        isRefused(maker.signed(maker.refreshClaims(8).replaceFirst("\"exp\":\\d+", "\"exp\":1e400")));
        isRefused(maker.signed(maker.refreshClaims(8).replaceFirst("\"exp\":\\d+", "\"exp\":\"9999999999\"")));
    }

    @Test
    void access_tokens_are_taken_only_where_that_is_allowed() {
        String token = maker.access(9);
        isRefused(token);
        assertThat(exchange(node(SimpleJwt.signedWith(Secret.of(KEY)).allowAccessTokens()), token))
                .isInstanceOf(RefreshResult.Refreshed.class);
    }

    @Test
    void after_the_deadline_no_old_token_opens_anything() {
        Auth late = house.node(builder -> builder.legacyTokens(
                SessionBridge.of(SimpleJwt.signedWith(Secret.of(KEY)), people, house.clock.instant())));
        assertThat(exchange(late, maker.refresh(10, 510))).isInstanceOf(RefreshResult.Refused.class);
    }

    @Test
    void who_is_banned_or_deleted_here_stays_out() {
        String banned = maker.refresh(11, 511);
        auth.admin().disable(owner(11));
        isRefused(banned);
        auth.admin().enable(owner(11));
        isRefused(banned);
        String deleted = maker.refresh(12, 512);
        auth.admin().delete(owner(12));
        isRefused(deleted);
    }

    @Test
    void who_ended_all_sessions_here_ended_the_old_ones_too() {
        TokenPair pair = pair(exchange(maker.refresh(13, 513)));
        String stolen = maker.refresh(13, 513);
        auth.sessions().logoutAll(caller(pair));
        isRefused(stolen);
    }

    @Test
    void a_token_from_before_a_new_password_opens_nothing() {
        String old = maker.refresh(14, 514);
        UserId user = owner(14);
        house.clock.advance(Duration.ofMinutes(1));
        host.store().alone(tx -> tx.users().resetPassword(user, null, house.clock.instant()));
        isRefused(old);
    }

    @Test
    void nobody_is_meant_by_a_key_the_ledger_does_not_know() {
        isRefused(maker.refresh(1, 501));
        isRefused(maker.refresh(9999, 501));
        isRefused(maker.refresh(-1, 501));
    }

    @Test
    void who_has_not_come_over_does_so_with_the_token() {
        legacy.user(77).profile(577, 77);
        Adoption adoption = new Adoption(
                people,
                JdbcDirectory.of(legacy.database(), "old"),
                house.passwords().hasher(),
                house.clock);
        Auth node = house.node(
                builder -> builder.legacyTokens(SessionBridge.of(SimpleJwt.signedWith(Secret.of(KEY)), people, deadline)
                        .bringingIn(adoption)));
        String token = maker.refresh(77, 577);
        isRefused(token);
        assertThat(caller(pair(exchange(node, token))).user()).isEqualTo(owner(77));
    }

    @Test
    void fastapi_users_tokens_are_taken_and_its_others_are_not() {
        OldTokenMaker fastApi = new OldTokenMaker("rig-secret-rig-secret-rig-secret-rig", house.clock);
        Auth node = node(FastApiUsersJwt.signedWith(Secret.of("rig-secret-rig-secret-rig-secret-rig"), "users"));
        String token = fastApi.fastApi("15", "fastapi-users:auth");
        TokenPair pair = pair(exchange(node, token));
        assertThat(caller(pair).user()).isEqualTo(owner(15));
        assertThat(exchange(node, token)).as("once").isInstanceOf(RefreshResult.Refused.class);
        for (String other : List.of("fastapi-users:reset", "fastapi-users:verify", "fastapi-users:oauth-state")) {
            assertThat(exchange(node, fastApi.fastApi("16", other))).isInstanceOf(RefreshResult.Refused.class);
        }
    }

    @Test
    void a_key_that_can_be_searched_for_is_taken_only_aloud() {
        assertThatThrownBy(() -> SimpleJwt.signedWith(Secret.of("secret"))).hasMessageContaining("32 bytes");
        assertThat(SimpleJwt.allowShortKey(Secret.of("secret"))).isNotNull();
    }

    @Test
    void without_a_bridge_old_tokens_are_nothing() {
        assertThat(exchange(house.node(builder -> builder), maker.refresh(16, 516)))
                .isInstanceOf(RefreshResult.Refused.class);
        assertThat(MovingHouse.login(auth, "user16@example.com", "x")).isInstanceOf(LoginResult.Refused.class);
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(work, 120, TimeUnit.SECONDS)) {
                results.add(done.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
