package dev.lockstile.auth.internal.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.throttle.ThrottleSettings;
import org.junit.jupiter.api.Test;

/** What a host reads at every start, and what it does not. */
final class StartupWarningsTest {

    private static final ThrottleSettings USUAL = ThrottleSettings.owasp();

    @Test
    void a_host_that_sends_no_texts_and_keeps_the_limits_reads_nothing() {
        assertThat(StartupWarnings.of(USUAL, false)).isEmpty();
    }

    @Test
    void a_host_that_sends_texts_is_told_to_name_countries_and_costs() {
        assertThat(StartupWarnings.of(USUAL, true))
                .hasSize(2)
                .anyMatch(note -> note.contains("SendSettings.smsTo"))
                .anyMatch(note -> note.contains("SMS_SPEND"));
        ThrottleSettings named = USUAL.withSends(USUAL.sends().smsTo("MX")).with(RateLimit.SMS_SPEND, Rate.perDay(500));
        assertThat(StartupWarnings.of(named, true)).isEmpty();
        assertThat(StartupWarnings.of(USUAL.turnOff(RateLimit.SMS_SPEND), true))
                .as("no default to be told of")
                .hasSize(2)
                .anyMatch(note -> note.contains("are off: [SMS_SPEND]"))
                .noneMatch(note -> note.contains("the default of"));
    }

    @Test
    void a_host_that_turns_limits_off_is_told_which() {
        assertThat(StartupWarnings.of(USUAL.turnEverythingOff(), false))
                .hasSize(2)
                .anyMatch(note -> note.contains("LOGIN_IP"))
                .contains("failures in a row are not limited");
    }
}
