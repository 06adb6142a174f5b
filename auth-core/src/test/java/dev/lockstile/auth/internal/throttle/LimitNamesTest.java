package dev.lockstile.auth.internal.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.throttle.RateLimit;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LimitNamesTest {

    @Test
    void a_bucket_is_named_by_its_limit() {
        assertThat(name("LOGIN_IP")).isEqualTo("login_ip");
        assertThat(name("SMS_SPEND")).isEqualTo("sms_spend");
        assertThat(name("TOKEN_REFRESH_SESSION")).isEqualTo("token_refresh_session");
    }

    @Test
    void limits_that_begin_alike_share_the_words_that_they_have_in_common() {
        assertThat(Stream.of("OTP_REQUEST_IDENTITY", "OTP_REQUEST_IDENTITY_DAY").map(LimitNamesTest::name))
                .containsOnly("otp_request_identity");
        assertThat(Stream.of("PASSWORD_RESET_REQUEST_IP", "PASSWORD_RESET_REQUEST_IDENTITY")
                        .map(LimitNamesTest::name))
                .containsOnly("password_reset_request");
    }

    @Test
    void every_limit_has_a_name_and_every_name_begins_a_limit() {
        assertThat(RateLimit.values())
                .allSatisfy(limit ->
                        assertThat(limit.name().toLowerCase(Locale.ROOT)).startsWith(name(limit.name())))
                .allSatisfy(limit -> assertThat(name(limit.name())).hasSizeGreaterThan(7));
    }

    @Test
    void what_no_limit_is_called_has_no_name() {
        assertThat(LimitNames.ofBucket("network")).isNull();
        assertThat(LimitNames.ofBucket("ana@shop.example:x")).isNull();
        assertThat(LimitNames.ofBucket("told_sms_spend:x")).isNull();
        assertThat(LimitNames.ofBucket(":")).isNull();
    }

    private static String name(String limit) {
        return Objects.requireNonNull(LimitNames.ofBucket(RateLimitPermits.shortName(limit) + ":digest"));
    }
}
