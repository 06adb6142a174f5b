package dev.lockstile.auth.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SessionExpiryTest {

    private static final Instant START = Instant.parse("2026-05-01T10:00:00Z");
    private static final Instant LATE = START.plusSeconds(600);

    @Test
    void a_session_is_live_until_the_first_deadline() {
        assertThat(times(START.plusSeconds(60), LATE, null).isLive(START.plusSeconds(59)))
                .isTrue();
        assertThat(times(START.plusSeconds(60), LATE, null).isLive(START.plusSeconds(60)))
                .isFalse();
        assertThat(times(LATE, START.plusSeconds(60), null).isLive(START.plusSeconds(60)))
                .isFalse();
    }

    @Test
    void a_session_that_was_ended_is_not_live_whenever_that_was() {
        assertThat(times(LATE, LATE, START).isLive(START)).isFalse();
        assertThat(times(LATE, LATE, LATE).isLive(START)).isFalse();
    }

    @Test
    void a_row_answers_as_its_times_do() {
        AbstractSession<AbstractUser> row = new AbstractSession<>() {
            @Override
            public Long getId() {
                return 1L;
            }
        };
        assertThat(row.isLive(START)).isFalse();
        row.start(null, state(times(START.plusSeconds(60), LATE, null)));
        row.setTimes(START, START);
        assertThat(row.isLive(START.plusSeconds(59))).isTrue();
        assertThat(row.isLive(START.plusSeconds(60))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void each_time_is_an_attribute_of_the_row(SessionExpiry end) throws NoSuchFieldException {
        assertThat(AbstractSession.class.getDeclaredField(end.attribute()).getType())
                .isEqualTo(Instant.class);
    }

    private static SessionState.Times times(Instant idleUntil, Instant absoluteUntil, @Nullable Instant endedAt) {
        return new SessionState.Times(START, START, START, idleUntil, absoluteUntil, endedAt);
    }

    private static SessionState state(SessionState.Times times) {
        SessionState.Origin origin = new SessionState.Origin(ClientKind.WEB, null, null, null);
        return new SessionState(new SessionId("s1"), "1", origin, new SessionState.Token(0, "digest"), times);
    }
}
