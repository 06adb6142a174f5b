package dev.lockstile.auth.cutover.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.cutover.migration.JdbcDirectory;
import dev.lockstile.auth.cutover.migration.JustInTimeMigration;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.TokenPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Old tokens at the endpoint where ours are exchanged, in the hands of their owners and of others. */
abstract class LegacySessionBridgeContract extends TokenShapeCases {

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
        assertThat(exchange(pair.refresh().reveal())).isInstanceOf(Outcome.Done.class);
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
            Callable<Outcome<TokenPair>> use = () -> exchange(token);
            List<Outcome<TokenPair>> results = atOnce(Collections.nCopies(2, use));
            assertThat(results.stream().filter(Outcome.Done.class::isInstance)).hasSize(1);
        }
    }

    @Test
    void after_the_deadline_no_old_token_opens_anything() {
        Auth late = app.node(builder -> builder.legacyTokens(LegacySessionBridge.allowRevokedTokens(
                SimpleJwt.signedWith(Secret.of(KEY)), people, app.clock.instant())));
        assertThat(exchange(late, maker.refresh(10, 510))).isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
    }

    @Test
    void who_is_disabled_or_deleted_here_stays_out() {
        String disabled = maker.refresh(11, 511);
        auth.admin().disable(owner(11));
        isRefused(disabled);
        auth.admin().enable(owner(11));
        isRefused(disabled);
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
        app.clock.advance(Duration.ofMinutes(1));
        host.store().alone(tx -> tx.users().resetPassword(user, null, app.clock.instant()));
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
        JustInTimeMigration migration = new JustInTimeMigration(
                people,
                JdbcDirectory.of(legacy.database(), "old", Duration.ofMinutes(1)),
                app.passwords().hasher(),
                app.clock);
        Auth node = app.node(builder -> builder.legacyTokens(
                LegacySessionBridge.allowRevokedTokens(SimpleJwt.signedWith(Secret.of(KEY)), people, deadline)
                        .importingWith(migration)));
        String token = maker.refresh(77, 577);
        isRefused(token);
        assertThat(caller(pair(exchange(node, token))).user()).isEqualTo(owner(77));
    }

    @Test
    void without_a_bridge_old_tokens_are_nothing() {
        assertThat(exchange(app.node(builder -> builder), maker.refresh(16, 516)))
                .isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        assertThat(MigrationFixture.login(auth, "user16@example.com", "x")).isInstanceOf(Outcome.Refused.class);
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
