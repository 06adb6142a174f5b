package dev.lockstile.auth.cutover.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.lockstile.auth.login.DryRunSignIn;
import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** What it costs the sign-ins that are looked at: nothing, whatever happens here. */
@Timeout(60)
final class ShadowSignInTest {

    private static final String NAME = "ana.ruiz@example.com";
    private static final Secret WORD = Secret.of("canary-harbour-4417");
    private static final ShadowSettings ALL = ShadowSettings.STANDARD.withRate(1);

    private final SettableClock clock = SettableClock.at("2026-12-01T12:00:00Z");
    private final Logger log = (Logger) LoggerFactory.getLogger("dev.lockstile");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Level before = log.getLevel();

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
        log.setLevel(Level.TRACE);
    }

    @AfterEach
    void silence() {
        log.detachAppender(lines);
        log.setLevel(before);
    }

    private ShadowSignIn shadow(ShadowSettings settings, Supplier<DryRunSignIn.Outcome> answer) {
        DryRunSignIn dryRun = new DryRunSignIn() {
            @Override
            public DryRunSignIn.Result password(String login, Secret password) {
                return new DryRunSignIn.Result(answer.get());
            }

            @Override
            public DryRunSignIn.Result code(String addressOrNumber) {
                return new DryRunSignIn.Result(answer.get());
            }
        };
        return new ShadowSignIn(new AnswerPrediction(dryRun, null), settings, clock);
    }

    private static ShadowReport over(ShadowSignIn shadow) {
        while (shadow.compareNext()) {
            // until all are compared
        }
        return shadow.report();
    }

    private static void compare(ShadowSignIn shadow, int times, LegacyAnswer old) {
        IntStream.range(0, times).forEach(i -> shadow.compare(NAME, WORD, old));
    }

    @Test
    void the_rate_says_how_many_are_looked_at() {
        ShadowSignIn shadow = shadow(ALL.withRate(0.25).withQueueSize(100), () -> DryRunSignIn.Outcome.SIGNS_IN);
        for (int i = 0; i < 200; i++) {
            compare(shadow, 1, LegacyAnswer.NONE); // does not count
            compare(shadow, 1, LegacyAnswer.SIGNED_IN);
        }
        assertThat(over(shadow).counts().seen()).isEqualTo(400);
        assertThat(shadow.report().counts().compared()).isEqualTo(50);

        ShadowSignIn off = shadow(ALL.withRate(0), () -> DryRunSignIn.Outcome.SIGNS_IN);
        compare(off, 200, LegacyAnswer.SIGNED_IN);
        assertThat(over(off).counts().compared()).isZero();
    }

    @Test
    void what_has_no_room_is_dropped_and_counted() {
        ShadowSignIn shadow = shadow(ALL.withQueueSize(3), () -> DryRunSignIn.Outcome.SIGNS_IN);
        compare(shadow, 10, LegacyAnswer.SIGNED_IN);
        assertThat(shadow.report().counts().waiting()).isEqualTo(3);
        ShadowReport.Counts counts = over(shadow).counts();
        assertThat(counts.dropped()).isEqualTo(Map.of("full", 7L));
        assertThat(counts.alike()).isEqualTo(3);
        assertThat(counts.waiting()).isZero();
    }

    @Test
    void what_is_longer_than_any_name_or_password_takes_no_room() {
        ShadowSignIn shadow = shadow(ALL, () -> DryRunSignIn.Outcome.SIGNS_IN);
        shadow.compare("a".repeat(321), WORD, LegacyAnswer.REFUSED);
        shadow.compareCode("a".repeat(1_000_000), LegacyAnswer.REFUSED);
        shadow.compare(NAME, Secret.of("p".repeat(1_025)), LegacyAnswer.REFUSED);
        assertThat(shadow.report().counts().dropped()).isEqualTo(Map.of("too_long", 3L));
        assertThat(shadow.report().counts().waiting()).isZero();

        shadow.compare("a".repeat(320), Secret.of("p".repeat(1_024)), LegacyAnswer.SIGNED_IN);
        assertThat(over(shadow).counts().alike()).isOne();
    }

    @Test
    void a_database_that_does_not_answer_delays_nobody() throws InterruptedException {
        CountDownLatch answers = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        ShadowSignIn shadow = shadow(ALL.withQueueSize(5), () -> {
            asked.countDown();
            await(answers);
            return DryRunSignIn.Outcome.SIGNS_IN;
        });
        try (shadow) {
            shadow.begin();
            compare(shadow, 1, LegacyAnswer.SIGNED_IN);
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
            compare(shadow, 1_000, LegacyAnswer.SIGNED_IN); // comes back, though nothing is answered before it does
            assertThat(shadow.report().counts().dropped()).isEqualTo(Map.of("full", 995L));

            clock.advance(Duration.ofSeconds(31));
            shadow.dropExpired();
            assertThat(shadow.report().counts().dropped())
                    .as("no password waits for the database")
                    .containsEntry("late", 5L);
            answers.countDown();
        }
        assertThat(shadow.report().counts().alike()).isOne();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void what_waited_too_long_is_not_compared() {
        ShadowSignIn shadow = shadow(ALL, () -> DryRunSignIn.Outcome.SIGNS_IN);
        compare(shadow, 2, LegacyAnswer.SIGNED_IN);
        clock.advance(Duration.ofSeconds(1));
        compare(shadow, 1, LegacyAnswer.SIGNED_IN);
        clock.advance(Duration.ofSeconds(30));
        assertThat(over(shadow).counts().dropped()).isEqualTo(Map.of("late", 2L));
        assertThat(shadow.report().counts().alike()).isOne();
    }

    @Test
    void what_fails_is_counted_and_the_next_one_is_compared() {
        List<Supplier<DryRunSignIn.Outcome>> answers = List.of(
                () -> {
                    throw new StoreUnavailableException("down", new IllegalStateException(NAME));
                },
                () -> {
                    throw new HashingBusyException("busy");
                },
                () -> {
                    throw new AssertionError(WORD.reveal());
                },
                () -> DryRunSignIn.Outcome.SIGNS_IN);
        int[] next = new int[1];
        ShadowSignIn shadow = shadow(ALL, () -> answers.get(next[0]++).get());
        compare(shadow, 4, LegacyAnswer.SIGNED_IN);
        assertThat(over(shadow).counts().dropped()).isEqualTo(Map.of("failed", 2L, "busy", 1L));
        assertThat(shadow.report().counts().alike()).isOne();
    }

    @Test
    void what_says_nothing_is_not_compared() {
        ShadowSignIn shadow = shadow(ALL, () -> DryRunSignIn.Outcome.UNDECIDED);
        shadow.compare(NAME, WORD, LegacyAnswer.NONE);
        shadow.compare(null, WORD, LegacyAnswer.REFUSED);
        shadow.compare(NAME, null, LegacyAnswer.REFUSED);
        shadow.compareCode(null, LegacyAnswer.REFUSED);
        shadow.compareCode("+525512345678", LegacyAnswer.SIGNED_IN);
        ShadowReport.Counts counts = over(shadow).counts();
        assertThat(counts.noAnswer()).isOne();
        assertThat(counts.undecided()).isOne();
        assertThat(counts.compared()).isOne();
        assertThat(shadow.report().mismatches()).isEmpty();
        assertThat(shadow.report().codes()).isEqualTo(Map.of("signed_in", Map.of("undecided", 1L)));
    }

    @Test
    void after_the_end_nothing_is_kept() {
        ShadowSignIn shadow = shadow(ALL, () -> DryRunSignIn.Outcome.SIGNS_IN);
        compare(shadow, 3, LegacyAnswer.SIGNED_IN);
        shadow.close();
        compare(shadow, 2, LegacyAnswer.SIGNED_IN);
        assertThat(shadow.compareNext()).isFalse();
        assertThat(shadow.report().counts().dropped()).isEqualTo(Map.of("closed", 5L));
    }

    @Test
    void the_thread_rests_for_most_of_the_time() {
        assertThat(ALL.withLoad(0.25).rest(100)).isEqualTo(300);
        assertThat(ALL.withLoad(1).rest(100)).isZero();
        assertThatThrownBy(() -> ALL.withLoad(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ALL.withRate(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void one_person_is_listed_once_and_the_list_is_bounded() {
        ShadowSignIn shadow = shadow(ALL.withQueueSize(1_000), () -> DryRunSignIn.Outcome.UNKNOWN_NAME);
        compare(shadow, 5, LegacyAnswer.SIGNED_IN.about("users", "7"));
        for (int id = 100; id < 300; id++) {
            shadow.compare(NAME, WORD, LegacyAnswer.SIGNED_IN.about("users", Integer.toString(id)));
        }
        ShadowReport report = over(shadow);
        assertThat(report.mismatches()).hasSize(100);
        assertThat(report.mismatches().get(0).times()).isEqualTo(5);
        assertThat(report.notListed()).isEqualTo(101);
        assertThat(report.counts().different()).isEqualTo(205);
    }

    @Test
    void neither_the_name_nor_the_password_is_told_anywhere() {
        ShadowSignIn shadow = shadow(ALL, () -> DryRunSignIn.Outcome.WRONG_PASSWORD);
        compare(shadow, 1, LegacyAnswer.SIGNED_IN.about("users", "7"));
        clock.advance(Duration.ofMinutes(1));
        compare(shadow, 1, LegacyAnswer.SIGNED_IN.about("users", "7"));
        over(shadow);
        clock.advance(Duration.ofMinutes(10));
        shadow.logRegularly();
        shadow.logRegularly();

        ShadowReport report = shadow.report();
        assertThat(report.toJson())
                .contains("\"name\": \"a*** (20 characters)\"", "\"legacy_id\": \"7\"", "\"wrong_password\": 1");
        assertThat(lines.list).as("one line").hasSize(1);
        String told = report.toJson()
                + report
                + shadow
                + lines.list
                + new ObservedSignIn(NAME, WORD, LegacyAnswer.REFUSED, clock.instant());
        assertThat(told).doesNotContain("ruiz", "canary");
    }
}
