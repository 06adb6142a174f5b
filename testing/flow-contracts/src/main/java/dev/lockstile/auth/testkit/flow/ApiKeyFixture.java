package dev.lockstile.auth.testkit.flow;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.apikey.ApiKey;
import dev.lockstile.auth.apikey.ApiKeySettings;
import dev.lockstile.auth.apikey.ApiKeys;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.ApiKeyStore;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A host that serves API keys, and an account that makes some. */
abstract class ApiKeyFixture extends FlowContract {

    static final String EMAIL = "ana@acme.example";
    static final ApiKeySettings SETTINGS = ApiKeySettings.withPrefix("acme").withScopes("orders:read", "orders:write");

    Auth host;
    Caller ana;

    @BeforeEach
    final void openHost() {
        assumeTrue(
                fixture.store.<Boolean>read(
                        tx -> tx.extension(ApiKeyStore.class).isPresent()),
                "this store keeps no API keys");
        host = with(SETTINGS);
        fixture.member(EMAIL);
        ana = fixture.caller(fixture.signedIn(EMAIL));
    }

    Auth with(ApiKeySettings settings) {
        return fixture.nodeWith(builder -> builder.apiKeys(settings));
    }

    ApiKeys keys() {
        return host.apiKeys();
    }

    ApiKey.Issued made(String... scopes) {
        return create(ana, scopes).orElseThrow();
    }

    Outcome<ApiKey.Issued> create(Caller caller, String... scopes) {
        return keys().create(caller, draft(null, scopes));
    }

    static ApiKey.Draft draft(@Nullable Duration validFor, String... scopes) {
        return new ApiKey.Draft("nightly build", Set.of(scopes), validFor);
    }

    Outcome<Caller> use(Secret key) {
        return keys().authenticate(key.reveal());
    }

    boolean opens(Secret key) {
        return use(key).toOptional().isPresent();
    }

    static <T> Outcome<T> refused(Refusal why) {
        return Outcome.refused(why);
    }

    Instant now() {
        return fixture.clock.instant();
    }

    /** The same caller once the proof is no longer recent. */
    Caller later() {
        fixture.clock.advance(Duration.ofHours(1));
        return fixture.caller(fixture.signedIn(EMAIL));
    }
}
