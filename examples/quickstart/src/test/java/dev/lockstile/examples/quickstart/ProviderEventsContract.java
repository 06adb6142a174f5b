package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.social.SocialEvent;
import dev.lockstile.auth.testkit.http.MockEventToken;
import dev.lockstile.auth.testkit.http.MockIdToken;
import dev.lockstile.auth.testkit.http.MockOpenIdProvider;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What providers tell of accounts, over HTTP and real databases, and what others would like them to have told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProviderEventsContract {

    private static final String CLIENT = "quickstart";
    private static final String DISABLED = "risc/event-type/account-disabled";
    private static final String ENABLED = "risc/event-type/account-enabled";
    private static final String PURGED = "risc/event-type/account-purged";
    private static final String REVOKED = "risc/event-type/sessions-revoked";

    private final MockOpenIdProvider corp = MockOpenIdProvider.start();
    private final MockOpenIdProvider quiet = MockOpenIdProvider.start();
    private PagesFixture fixture;
    private Http http;

    /** The database of this host, empty. */
    abstract Map<String, String> database();

    @BeforeAll
    void open(@TempDir Path folder) {
        Map<String, String> environment = new HashMap<>(database());
        site(environment, "CORP", corp);
        site(environment, "QUIET", quiet);
        environment.put("QUICKSTART_OIDC_CORP_EVENTS", "true");
        environment.put("QUICKSTART_OIDC_CORP_BACKCHANNEL_LOGOUT", "true");
        fixture = PagesFixture.open(folder, environment);
        http = new Http(fixture.port());
    }

    private static void site(Map<String, String> environment, String name, MockOpenIdProvider site) {
        String prefix = "QUICKSTART_OIDC_" + name;
        environment.put(prefix + "_ISSUER", site.issuer());
        environment.put(prefix + "_CLIENT_ID", CLIENT);
        environment.put(prefix + "_EMAIL_AUTHORITATIVE", "true");
        environment.put(prefix + "_ALLOW_INSECURE_LOOPBACK", "true");
    }

    @AfterAll
    void close() {
        fixture.close();
        List.of(corp, quiet).forEach(MockOpenIdProvider::close);
    }

    @Test
    void a_disabled_account_ends_its_sessions_and_signs_nobody_in_until_it_is_enabled() {
        String refresh = refreshToken(signIn("disabled"));
        assertThat(tell(DISABLED, "disabled").statusCode()).isEqualTo(202);
        assertThat(isLive(refresh)).isFalse();
        Http.Answer refused = signIn("disabled");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().path("code").asString()).isEqualTo("invalid_social_token");
        MockEventToken enabled = corp.securityEvent(CLIENT, ENABLED, "disabled");
        enabled.claim("iat", Instant.now().getEpochSecond() + 30);
        assertThat(enabled.sendTo(events()).statusCode()).isEqualTo(202);
        assertThat(signIn("disabled").status()).isEqualTo(200);
    }

    @Test
    void an_administrator_lifts_a_suspension_that_the_provider_does_not() throws Exception {
        signIn("lifted");
        tell(DISABLED, "lifted");
        assertThat(signIn("lifted").status()).isEqualTo(401);
        String root = fixture.superuserToken();
        Map<String, Object> her = new HashMap<>(Map.of("login", "lifted@example.com", "reason", "ticket 4711"));
        JsonNode listed = http.post("/auth/admin/social/accounts/", her, root).json();
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).path("suspended").asBoolean()).isTrue();
        her.put("social_account_id", listed.get(0).path("id").asLong());
        assertThat(http.post("/auth/admin/social/resume/", her, root).status()).isEqualTo(200);
        assertThat(signIn("lifted").status()).isEqualTo(200);
        Http.Answer again = http.post("/auth/admin/social/resume/", her, root);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("code").asString()).isEqualTo("social_not_suspended");
    }

    @Test
    void a_logout_there_ends_the_sessions_that_came_from_there() {
        String refresh = refreshToken(signIn("leaving"));
        String other = refreshToken(signIn("staying"));
        HttpResponse<String> reply = corp.logoutToken(CLIENT, "leaving").sendTo(logout());
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(isLive(refresh)).isFalse();
        assertThat(isLive(other)).isTrue();
        assertThat(signIn("leaving").status()).isEqualTo(200);
    }

    @Test
    void an_account_that_is_gone_is_unlinked_unless_it_is_the_last_way_in() {
        JsonNode in = signIn("purged").json();
        assertThat(tell(PURGED, "purged").statusCode()).isEqualTo(202);
        assertThat(isLive(in.path("tokens").path("refreshToken").asString())).isFalse();
        JsonNode again = signIn("purged").json();
        assertThat(again.path("user_created").asBoolean()).as("kept").isFalse();
        String access = again.path("tokens").path("accessToken").asString();
        assertThat(http.post("/auth/login/social/link/", proof(quiet, "quiet", "purged", access), access)
                        .status())
                .isEqualTo(200);
        assertThat(tell(PURGED, "purged").statusCode()).isEqualTo(202);
        assertThat(signIn("purged").status()).as("unlinked").isEqualTo(409);
        assertThat(http.post("/auth/login/social/", proof(quiet, "quiet", "purged"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_is_not_the_providers_word_for_us_changes_nothing() {
        String refresh = refreshToken(signIn("attacked"));
        assertErr("invalid_audience", told("attacked").claim("aud", "another-client"));
        assertErr("invalid_issuer", told("attacked").claim("iss", quiet.issuer()));
        assertErr("invalid_request", told("attacked").claim("exp", Instant.now().getEpochSecond() + 60));
        assertErr("invalid_request", told("attacked").claim("jti", null));
        MockEventToken foreign =
                quiet.securityEvent(CLIENT, REVOKED, "attacked").claim("iss", corp.issuer());
        assertErr("invalid_key", foreign);
        String idToken = corp.idToken(CLIENT, "attacked").sign();
        assertThat(MockEventToken.send(SocialEvent.Delivery.LOGOUT, idToken, logout())
                        .statusCode())
                .isEqualTo(400);
        assertThat(MockEventToken.send(SocialEvent.Delivery.SECURITY_EVENT, idToken, events())
                        .body())
                .contains("invalid_request");
        assertThat(MockEventToken.send(SocialEvent.Delivery.SECURITY_EVENT, "x".repeat(20_000), events())
                        .statusCode())
                .isEqualTo(413);
        assertThat(corp.logoutToken(CLIENT, "attacked")
                        .claim("nonce", "n")
                        .sendTo(logout())
                        .statusCode())
                .isEqualTo(400);
        assertThat(isLive(refresh)).isTrue();
    }

    @Test
    void a_provider_whose_events_are_not_taken_has_no_endpoint() {
        MockEventToken told = quiet.securityEvent(CLIENT, REVOKED, "anybody");
        assertThat(told.sendTo(at("events/quiet/")).statusCode()).isEqualTo(404);
        assertThat(quiet.logoutToken(CLIENT, "anybody")
                        .sendTo(at("backchannel-logout/quiet/"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(told.sendTo(at("events/unknown/")).statusCode()).isEqualTo(404);
    }

    @Test
    void an_event_counts_once_and_an_unknown_account_is_answered_the_same() {
        String first = refreshToken(signIn("again"));
        MockEventToken told = told("again");
        HttpResponse<String> known = told.sendTo(events());
        HttpResponse<String> unknown = told("nobody-has-it").sendTo(events());
        assertThat(known.statusCode()).isEqualTo(202).isEqualTo(unknown.statusCode());
        assertThat(known.body()).isEmpty();
        assertThat(unknown.body()).isEmpty();
        assertThat(isLive(first)).isFalse();
        String second = refreshToken(signIn("again"));
        assertThat(told.sendTo(events()).statusCode()).isEqualTo(202);
        assertThat(isLive(second)).isTrue();
    }

    private void assertErr(String code, MockEventToken token) {
        HttpResponse<String> reply = token.sendTo(events());
        assertThat(reply.statusCode()).as(code).isEqualTo(400);
        assertThat(new Http.Answer(400, reply.body()).json().path("err").asString())
                .isEqualTo(code);
    }

    private MockEventToken told(String subject) {
        return corp.securityEvent(CLIENT, REVOKED, subject);
    }

    private HttpResponse<String> tell(String event, String subject) {
        return corp.securityEvent(CLIENT, event, subject).sendTo(events());
    }

    private URI events() {
        return at("events/corp/");
    }

    private URI logout() {
        return at("backchannel-logout/corp/");
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + fixture.port() + "/auth/login/social/" + path);
    }

    private Http.Answer signIn(String subject) {
        return http.post("/auth/login/social/", proof(corp, "corp", subject));
    }

    private Map<String, Object> proof(MockOpenIdProvider site, String name, String subject) {
        return proof(site, name, subject, null);
    }

    /** @param access the token of the user who links an account; null for a sign-in */
    private Map<String, Object> proof(MockOpenIdProvider site, String name, String subject, @Nullable String access) {
        JsonNode nonce = http.post("/auth/login/social/nonce/", Map.of("provider", name), access)
                .json();
        MockIdToken token = site.idToken(CLIENT, subject)
                .nonce(nonce.path("nonce").asString())
                .verifiedEmail(subject + "@example.com");
        return Map.of(
                "provider",
                name,
                "transaction_id",
                nonce.path("transaction_id").asString(),
                "id_token",
                token.sign(),
                "client",
                "web",
                "terms_and_conditions_accepted",
                true);
    }

    private static String refreshToken(Http.Answer signedIn) {
        assertThat(signedIn.status()).as(signedIn.body()).isEqualTo(200);
        return signedIn.json().path("tokens").path("refreshToken").asString();
    }

    private boolean isLive(String refresh) {
        return http.post("/auth/token/refresh/", Map.of("refresh", refresh)).status() == 200;
    }
}
