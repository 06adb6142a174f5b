package dev.lockstile.auth.cutover.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.imports.support.LegacyTokenMaker;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.TokenPair;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts as an old token, and what only looks like one. */
abstract class TokenShapeCases extends BridgeFixture {

    @Test
    void another_spelling_of_a_used_token_is_the_same_token() {
        String token = maker.refresh(5, 505);
        assertThat(exchange(token)).isInstanceOf(Outcome.Done.class);
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
        isRefused(new LegacyTokenMaker(KEY + "x", app.clock).refresh(6, 506));
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
        assertThat(exchange(maker.refresh(6, 506))).as("the right one does").isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_user_key_as_text_means_the_same_person() {
        String token = maker.signed(maker.refreshClaims(7).replace("\"user_id\":7", "\"user_id\":\"7\""));
        assertThat(caller(pair(exchange(token))).user()).isEqualTo(owner(7));
    }

    @Test
    void a_token_that_has_run_out_or_is_from_the_future_opens_nothing() {
        Instant now = app.clock.instant();
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
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void fastapi_users_tokens_are_taken_and_its_others_are_not() {
        LegacyTokenMaker fastApi = new LegacyTokenMaker("rig-secret-rig-secret-rig-secret-rig", app.clock);
        Auth node = node(FastApiUsersJwt.signedWith(Secret.of("rig-secret-rig-secret-rig-secret-rig"), "users"));
        String token = fastApi.fastApi("15", "fastapi-users:auth");
        TokenPair pair = pair(exchange(node, token));
        assertThat(caller(pair).user()).isEqualTo(owner(15));
        assertThat(exchange(node, token)).as("once").isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        for (String other : List.of("fastapi-users:reset", "fastapi-users:verify", "fastapi-users:oauth-state")) {
            assertThat(exchange(node, fastApi.fastApi("16", other))).isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        }
    }

    @Test
    void a_key_that_can_be_searched_for_is_taken_only_aloud() {
        assertThatThrownBy(() -> SimpleJwt.signedWith(Secret.of("secret"))).hasMessageContaining("32 bytes");
        assertThat(SimpleJwt.allowShortKey(Secret.of("secret"))).isNotNull();
    }
}
