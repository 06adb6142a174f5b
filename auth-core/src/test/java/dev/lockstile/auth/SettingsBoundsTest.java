package dev.lockstile.auth;

import static dev.lockstile.auth.SettingsBounds.codes;
import static dev.lockstile.auth.SettingsBounds.failures;
import static dev.lockstile.auth.SettingsBounds.least;
import static dev.lockstile.auth.SettingsBounds.minutes;
import static dev.lockstile.auth.SettingsBounds.most;
import static dev.lockstile.auth.SettingsBounds.nanos;
import static dev.lockstile.auth.SettingsBounds.numbers;
import static dev.lockstile.auth.SettingsBounds.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.apikey.ApiKeySettings;
import dev.lockstile.auth.factor.SecondFactorPolicy;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.notice.NoticeSettings;
import dev.lockstile.auth.otp.CodeSettings;
import dev.lockstile.auth.otp.PurposeSettings;
import dev.lockstile.auth.throttle.FailureSettings;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.throttle.SendSettings;
import dev.lockstile.auth.token.SessionSettings;
import dev.lockstile.auth.token.TokenSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each bound of a setting: the last value inside is accepted, the first outside is refused with the text that names it.
 */
final class SettingsBoundsTest {

    private static final URI PAGE = URI.create("https://acme.example/page");

    @ParameterizedTest
    @MethodSource({
        "codeBounds",
        "failureBounds",
        "sessionBounds",
        "tokenBounds",
        "otherBounds",
        "purposeBounds",
        "apiKeyBounds",
        "noticeBounds"
    })
    <T> void the_last_value_inside_is_accepted_and_the_first_outside_is_refused(
            Function<T, Object> settings, T inside, T outside, String refusal) {
        assertThatCode(() -> settings.apply(inside)).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.apply(outside))
                .withMessageStartingWith(refusal);
    }

    @Test
    void every_refusal_of_a_setting_has_its_bound_here() throws IOException {
        Set<String> refusals = Stream.of(
                        codeBounds(),
                        failureBounds(),
                        sessionBounds(),
                        tokenBounds(),
                        otherBounds(),
                        purposeBounds(),
                        apiKeyBounds(),
                        noticeBounds())
                .flatMap(bounds -> bounds)
                .map(bound -> (String) bound.get()[3])
                .collect(Collectors.toSet());
        assertThat(SettingsBounds.refusals(Path.of("src/main/java"), "SocialSettings"))
                .hasSizeGreaterThan(25)
                .allMatch(text -> refusals.stream().anyMatch(text::startsWith));
    }

    static Stream<Arguments> codeBounds() {
        IntFunction<CodeSettings> sms = digits -> codes(digits, 8, 5, 3);
        IntFunction<CodeSettings> email = digits -> codes(6, digits, 5, 3);
        IntFunction<CodeSettings> attempts = number -> codes(6, 8, number, 0);
        IntFunction<CodeSettings> unbound = number -> codes(6, 8, 5, number);
        return Stream.of(
                numbers("digits by SMS, least", sms, 6, 5, "smsDigits must be 6 to 10"),
                numbers("digits by SMS, most", sms, 10, 11, "smsDigits must be 6 to 10"),
                numbers("digits by mail, least", email, 6, 5, "emailDigits must be 6 to 10"),
                numbers("digits by mail, most", email, 10, 11, "emailDigits must be 6 to 10"),
                numbers("attempts, least", attempts, 1, 0, "maxAttempts must be 1 to 10"),
                numbers("attempts, most", attempts, 10, 11, "maxAttempts must be 1 to 10"),
                numbers("unbound attempts, least", unbound, 0, -1, "unboundAttempts must be 0 to maxAttempts"),
                numbers("unbound attempts, most", unbound, 5, 6, "unboundAttempts must be 0 to maxAttempts"),
                least("life by SMS", ttl -> codes(ttl, minutes(5), seconds(60)), nanos(1), "smsTtl must be"),
                most("life by SMS", ttl -> codes(ttl, minutes(5), seconds(60)), minutes(10), "smsTtl must be"),
                least("life by mail", ttl -> codes(minutes(5), ttl, seconds(60)), nanos(1), "emailTtl must be"),
                most("life by mail", ttl -> codes(minutes(5), ttl, seconds(60)), minutes(10), "emailTtl must be"),
                least(
                        "wait between two codes",
                        wait -> codes(minutes(5), minutes(5), wait),
                        seconds(1),
                        "cooldown must be at least 1 second"));
    }

    static Stream<Arguments> purposeBounds() {
        Function<String, Object> name = PurposeSettings::named;
        Function<Set<Channel>, Object> channels =
                set -> new PurposeSettings("pay", set, CodeSettings.owasp(), false, false, Map.of());
        String named = "a purpose's name is 2 to 26 small letters, digits and hyphens, a letter first: ";
        return Stream.of(
                argumentSet("name of a purpose, least", name, "pa", "p", named),
                argumentSet("name of a purpose, most", name, "p".repeat(26), "p".repeat(27), named),
                argumentSet("channels of a purpose", channels, Set.of(Channel.SMS), Set.of(), "the purpose "));
    }

    static Stream<Arguments> noticeBounds() {
        Function<String, Object> page = text -> NoticeSettings.of(URI.create(text));
        Function<Duration, Object> pause = time -> new NoticeSettings(PAGE, null, time);
        return Stream.of(
                argumentSet("page of notices", page, "https://a.example/not-me", "/not-me", "the page of notices must"),
                least("pause of notices", pause, minutes(10), "notices pause for 10 minutes to 1 day"),
                most("pause of notices", pause, Duration.ofDays(1), "notices pause for 10 minutes to 1 day"));
    }

    static Stream<Arguments> apiKeyBounds() {
        ApiKeySettings keys = ApiKeySettings.withPrefix("acme");
        Function<String, Object> prefix = ApiKeySettings::withPrefix;
        Function<String, Object> scope = keys::withScopes;
        Function<Integer, Object> scopes = number -> keys.withScopes(
                IntStream.range(0, number).mapToObj(n -> "s" + n).toArray(String[]::new));
        Duration years = Duration.ofDays(3653);
        return Stream.of(
                argumentSet("prefix, least", prefix, "ab", "a", "the prefix of API keys has 2 to 20"),
                argumentSet("prefix, most", prefix, "a".repeat(20), "a".repeat(21), "the prefix of API keys has 2"),
                argumentSet("prefix, letters", prefix, "acme_live", "acme__live", "the prefix of API keys has 2"),
                argumentSet("scope", scope, "orders:read", "orders read", "a scope has 1 to 60 of a-z"),
                argumentSet("scope, no right", scope, "rights", "right:staff", "a scope names no right"),
                argumentSet("scope, no permission", scope, "lockstile", "lockstile:x", "a scope names no right"),
                argumentSet("scopes, most", scopes, 30, 31, "there are at most 30 scopes"),
                numbers("keys, least", keys::withPerAccount, 1, 0, "an account has 1 to 1000 API keys"),
                numbers("keys, most", keys::withPerAccount, 1000, 1001, "an account has 1 to 1000 API keys"),
                least("overlap", keys::withOverlap, Duration.ZERO, "a replaced secret opens for up to 30 days"),
                most("overlap", keys::withOverlap, Duration.ofDays(30), "a replaced secret opens for up to 30 days"),
                least("life", time -> keys.withLife(time, years), minutes(1), "API keys open for a minute to 10 years"),
                most("life", time -> keys.withLife(minutes(1), time), years, "API keys open for a minute to 10 years"));
    }

    static Stream<Arguments> failureBounds() {
        IntFunction<FailureSettings> free = number -> failures(number, 20, 100);
        IntFunction<FailureSettings> ceiling = number -> failures(1, 2, number);
        IntFunction<FailureSettings> pauseAt = number -> failures(5, number, 100);
        return Stream.of(
                numbers("free failures, least", free, 1, 0, "free must be at least 1"),
                numbers("free failures, most", free, 19, 20, "free must be at least 1 and below pauseAt"),
                numbers("ceiling, least", ceiling, 3, 2, "ceiling must be above pauseAt"),
                numbers("ceiling, most", ceiling, 100, 101, "ceiling must be above pauseAt and at most 100"),
                numbers("start of pauses, most", pauseAt, 60, 61, "pauseAt must leave"),
                least(
                        "longest delay",
                        delay -> new FailureSettings(5, 20, 100, delay, minutes(1), minutes(2)),
                        seconds(1),
                        "longestDelay must be at least 1 second"),
                least(
                        "pause",
                        pause -> new FailureSettings(5, 20, 100, minutes(1), pause, minutes(2)),
                        minutes(1),
                        "pause must be at least as long as longestDelay"),
                least(
                        "memory",
                        memory -> new FailureSettings(5, 20, 100, minutes(1), minutes(1), memory),
                        minutes(1).plusNanos(1),
                        "memory must be longer than pause"));
    }

    static Stream<Arguments> sessionBounds() {
        SessionSettings owasp = SessionSettings.owasp();
        SessionSettings.Rules strict = SessionSettings.Rules.strict();
        IntFunction<SessionSettings> sessions =
                number -> new SessionSettings(owasp.web(), owasp.mobile(), minutes(10), number, strict);
        Function<Duration, Object> window = time -> new SessionSettings(owasp.web(), owasp.mobile(), time, 20, strict);
        Function<Duration, Object> idle = time -> new SessionSettings.Limits(time, minutes(10));
        Function<Duration, Object> check = time -> new SessionSettings.Rules(false, time, Duration.ZERO, false, false);
        Function<Duration, Object> grace = time -> new SessionSettings.Rules(false, null, time, false, false);
        return Stream.of(
                numbers("sessions, least", sessions, 1, 0, "maxPerUser must be 1 to 100"),
                numbers("sessions, most", sessions, 100, 101, "maxPerUser must be 1 to 100"),
                least("age of a proof", window, minutes(1), "reauthWindow must be 1 minute to 1 hour"),
                most("age of a proof", window, minutes(60), "reauthWindow must be 1 minute to 1 hour"),
                least("idle time", idle, nanos(1), "idle must be positive"),
                most("idle time", idle, minutes(10), "idle must be positive and at most as long as absolute"),
                least("session check", check, Duration.ZERO, "a session check is believed for 0 to 60 seconds"),
                most("session check", check, seconds(60), "a session check is believed for 0 to 60 seconds"),
                least("grace of a refresh", grace, Duration.ZERO, "refreshGrace must be 0 to 10 seconds"),
                most("grace of a refresh", grace, seconds(10), "refreshGrace must be 0 to 10 seconds"));
    }

    static Stream<Arguments> tokenBounds() {
        Function<Duration, Object> life = ttl -> new TokenSettings("https://acme.example", "acme", ttl, seconds(30));
        Function<Duration, Object> skew = time -> new TokenSettings("https://acme.example", "acme", minutes(5), time);
        Function<String, Object> issuer = name -> new TokenSettings(name, "acme", minutes(5), seconds(30), "acme");
        Function<String, Object> audience = name -> new TokenSettings("acme", name, minutes(5), seconds(30), "acme");
        Function<String, Object> client = name -> new TokenSettings("acme", "acme", minutes(5), seconds(30), name);
        return Stream.of(
                least("access token", life, seconds(1), "accessTtl must be 1 second to 1 hour"),
                most("access token", life, minutes(60), "accessTtl must be 1 second to 1 hour"),
                least("skew", skew, Duration.ZERO, "skew must be at most 60 seconds"),
                most("skew", skew, seconds(60), "skew must be at most 60 seconds"),
                argumentSet("issuer", issuer, "a", " ", "issuer, audience and client id must not be blank"),
                argumentSet("audience", audience, "a", " ", "issuer, audience and client id must not be blank"),
                argumentSet("client id", client, "a", " ", "issuer, audience and client id must not be blank"));
    }

    static Stream<Arguments> otherBounds() {
        Function<Duration, Object> confirm = ttl -> new LinkSettings(PAGE, PAGE, ttl, minutes(5), null);
        Function<Duration, Object> reset = ttl -> new LinkSettings(PAGE, PAGE, minutes(5), ttl, null);
        Function<Duration, Object> trust =
                time -> new SecondFactorSettings(null, SecondFactorPolicy.nobody(), time, Duration.ZERO);
        Function<Duration, Object> wait =
                time -> new SecondFactorSettings(null, SecondFactorPolicy.nobody(), null, time);
        Function<Set<String>, Object> countries = codes -> new SendSettings(minutes(10), codes);
        Function<String, Object> page = text -> LinkSettings.of(URI.create(text), PAGE);
        Function<String, Object> name = SettingsBounds::named;
        return Stream.of(
                least("confirmation link", confirm, nanos(1), "a link lives at most 24 hours"),
                most("confirmation link", confirm, Duration.ofHours(24), "a link lives at most 24 hours"),
                least("reset link", reset, nanos(1), "a link lives at most 24 hours"),
                most("reset link", reset, Duration.ofHours(24), "a link lives at most 24 hours"),
                least("trusted browser", trust, nanos(1), "a browser is trusted for up to 30 days"),
                most("trusted browser", trust, Duration.ofDays(30), "a browser is trusted for up to 30 days"),
                least("wait of a reset", wait, Duration.ZERO, "a reset by an administrator waits for up to 30 days"),
                most("wait of a reset", wait, Duration.ofDays(30), "a reset by an administrator waits for up to 30"),
                least(
                        "longest wait between codes",
                        longest -> new SendSettings(longest, null),
                        seconds(1),
                        "longestCooldown must be at least 1 second"),
                numbers(
                        "rate",
                        number -> new Rate(number, seconds(1)),
                        1,
                        0,
                        "a rate is at least 1 in at least 1 second"),
                least("window of a rate", time -> new Rate(1, time), seconds(1), "a rate is at least 1 in at least 1"),
                argumentSet("page", page, "https://a.example", "http://a.example", "a link page must be an absolute"),
                argumentSet("page here", page, "http://[::1]/a", "http://[::2]/a", "a link page must be an absolute"),
                argumentSet("fragment", page, "https://a.example", "https://a.example#a", "a link page must be"),
                argumentSet("host", page, "https://a.example", "https:/a", "a link page must be an absolute"),
                argumentSet("country", countries, Set.of("MX"), Set.of("mx"), "a country is two capital letters"),
                argumentSet("service", name, "a".repeat(60), "a".repeat(61), "the service needs a name"),
                argumentSet("no service", name, "a", " ", "the service needs a name"));
    }
}
