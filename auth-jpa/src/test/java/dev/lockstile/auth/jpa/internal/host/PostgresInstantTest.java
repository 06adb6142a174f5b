package dev.lockstile.auth.jpa.internal.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PostgresInstantTest {

    private static final long FIRST = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T09:05:00Z, 2026-03-01T09:05:00.000000Z",
        "2026-03-01T09:05:00.12Z, 2026-03-01T09:05:00.120000Z",
        "1970-01-01T00:00:00.000001Z, 1970-01-01T00:00:00.000001Z",
        "1969-12-31T23:59:59.999999999Z, 1969-12-31T23:59:59.999999999Z",
        "2024-02-29T23:59:59.000000001Z, 2024-02-29T23:59:59.000000001Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00.000000Z",
        "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999999Z"
    })
    void the_text_has_all_digits_of_the_day_and_at_least_six_of_the_second(String instant, String text) {
        assertThat(new PostgresInstant(Instant.parse(instant))).hasToString(text);
    }

    @Test
    void the_text_is_the_same_moment_on_any_day() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            long second = FIRST + (long) (random.nextDouble() * (LAST - FIRST));
            Instant instant = Instant.ofEpochSecond(second, random.nextInt(1_000_000_000));
            OffsetDateTime read = OffsetDateTime.parse(new PostgresInstant(instant).toString());
            assertThat(read).isEqualTo(instant.atOffset(ZoneOffset.UTC));
        }
    }
}
