package dev.lockstile.auth.cutover.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.LegacyTokenMaker;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.SmallLegacy;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.TokenPair;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Twenty people of an old system who are here, and tokens that it gave out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BridgeFixture {

    static final String KEY = "rig-secret-key-not-for-production-0123456789abcdef";
    private static final int IMPORTED = 20;

    final SmallLegacy legacy = new SmallLegacy();
    JpaHost host;
    MigrationFixture app;
    PersonImport people;
    Instant deadline;
    Auth auth;
    LegacyTokenMaker maker;

    abstract JpaHost openHost();

    @BeforeAll
    void move_in() {
        host = openHost();
        app = new MigrationFixture(host.store());
        maker = new LegacyTokenMaker(KEY, app.clock);
        deadline = app.clock.instant().plus(Duration.ofDays(30));
        for (int i = 1; i <= IMPORTED; i++) {
            // ids that mean another user here
            legacy.user(i + 1).profile(i + 500, i + 1).profile(i + 900, i + 1, "is_default", "false", "label", "'two'");
        }
        new Importing(host.store()).run(legacy.source());
        people = new PersonImport(app.target(), JbDrfAuthPreset.discovering(), ImportOptions.defaults());
        auth = node(SimpleJwt.signedWith(Secret.of(KEY)));
    }

    @AfterAll
    void leave() {
        host.close();
    }

    Auth node(LegacyTokenFormat tokens) {
        return app.node(
                builder -> builder.legacyTokens(LegacySessionBridge.allowRevokedTokens(tokens, people, deadline)));
    }

    UserId owner(long legacyId) {
        return people.userOf("users", Long.toString(legacyId)).orElseThrow();
    }

    Outcome<TokenPair> exchange(String token) {
        return exchange(auth, token);
    }

    static Outcome<TokenPair> exchange(Auth node, String token) {
        return node.sessions().refresh(Secret.of(token));
    }

    static TokenPair pair(Outcome<TokenPair> result) {
        return result.orElseThrow();
    }

    Caller caller(TokenPair pair) {
        return auth.sessions().authenticate(pair.access().reveal()).orElseThrow();
    }

    void isRefused(String token) {
        assertThat(exchange(token)).isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
    }
}
