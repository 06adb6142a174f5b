package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.testkit.TestSocialProvider;
import dev.lockstile.auth.testkit.TotpGenerator;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.throttle.ThrottleSettings;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A client that changes an account's ways to sign in too often is told when to come back. */
class FactorRateTest extends WholeStack {

    private static final String EMAIL = "ana@example.com";

    private final TestSocialProvider corp = TestSocialProvider.named("corp").authoritative();

    @Override
    AuthBuilder wired(AuthBuilder builder) {
        return builder.secondFactors(SecondFactorSettings.optional()).social(SocialSettings.of(corp.clock(clock)));
    }

    @Override
    AuthSettings chosen(AuthSettings settings) {
        return settings.withThrottles(ThrottleSettings.owasp().with(RateLimit.FACTOR_CHANGE_USER, Rate.perHour(1)));
    }

    @Test
    void an_application_is_not_begun_again_and_the_begun_one_is_confirmed() {
        account(EMAIL);
        TestClient ana = as(tokens(EMAIL));
        JsonNode begun = ana.post("/auth/totp/", "{}").json();
        throttled(ana.post("/auth/totp/", "{}"));

        String code = TotpGenerator.of(begun.path("secret").asString(), clock).code();
        String confirmation =
                "{\"enrolment_id\":\"" + begun.path("enrolment_id").asString() + "\",\"code\":\"" + code + "\"}";
        assertThat(ana.post("/auth/totp/confirm/", confirmation).status()).isEqualTo(200);
    }

    @Test
    void an_account_at_another_site_is_not_linked() {
        account(EMAIL);
        TestClient ana = as(tokens(EMAIL));
        assertThat(ana.post("/auth/totp/", "{}").status()).isEqualTo(201);
        JsonNode nonce =
                ana.post("/auth/login/social/nonce/", "{\"provider\":\"corp\"}").json();
        assertThat(nonce.path("transaction_id").asString()).isNotEmpty();
        throttled(ana.post(
                "/auth/login/social/link/",
                "{\"provider\":\"corp\",\"id_token\":\"any\",\"transaction_id\":\""
                        + nonce.path("transaction_id").asString() + "\"}"));
    }

    private static void throttled(TestClient.Reply reply) {
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.header("Retry-After")).isEqualTo("3600");
        assertThat(reply.json().path("code").asString()).isEqualTo("throttled");
    }
}
