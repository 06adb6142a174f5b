package dev.lockstile.auth.cutover.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.cutover.migration.JdbcDirectory;
import dev.lockstile.auth.cutover.migration.JustInTimeMigration;
import dev.lockstile.auth.imports.support.LegacyTokenMaker;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.TokenPair;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tokens that the old application signed by itself, and what they do not open. */
final class UidJwtTest extends UidJwtCase {

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
        isRefused(maker.signed("{" + good + ",\"exp\":" + app.clock.instant().getEpochSecond() + "}"));
        isRefused(maker.unsigned("{" + good + ",\"exp\":9999999999}"));
        isRefused(new LegacyTokenMaker(KEY + "x", app.clock).signed("{" + good + ",\"exp\":9999999999}"));
        assertThat(ownerOf(token(good))).as("the right one does").isEqualTo(user("users", "1"));
    }

    @Test
    void the_name_tells_in_which_table_the_number_is() {
        moveIn();
        assertThat(ownerOf(token("bob", 1))).isEqualTo(user("users", "1")).isNotEqualTo(user("fu_users", "1"));
        assertThat(ownerOf(token("Ann@Example.com", 1))).isEqualTo(user("fu_users", "1"));
    }

    @Test
    void each_works_once_and_the_second_use_ends_what_the_first_one_got() {
        moveIn();
        String token = token("bob", 1);
        TokenPair first = exchange(token).orElseThrow();
        isRefused(token);
        isRefused(first.refresh().reveal());
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
        JustInTimeMigration migration = new JustInTimeMigration(
                people,
                JdbcDirectory.of(old, "old", Duration.ofMinutes(1)),
                app.passwords().hasher(),
                app.clock);
        auth = app.node(builder -> builder.legacyTokens(bridge().importingWith(migration)));
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
        auth = app.node(builder -> builder.legacyTokens(LegacySessionBridge.allowRevokedTokens(
                FastApiUsersJwt.signedWith(Secret.of(KEY), "users"),
                people,
                app.clock.instant().plus(Duration.ofDays(30)))));
        isRefused(token("bob", 1));
        isRefused(token("1", 1));
    }

    @Test
    void a_key_that_can_be_searched_for_is_taken_only_aloud() {
        assertThatThrownBy(() -> UidJwt.signedWith(Secret.of("secret"))).hasMessageContaining("32 bytes");
        assertThat(UidJwt.allowShortKey(Secret.of("secret"))).isNotNull();
    }
}
