package dev.lockstile.auth.jpa;

import static dev.lockstile.auth.jpa.Rowset.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.admin.DailyCounts;
import dev.lockstile.auth.admin.SignInCount;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.AuthListener;
import dev.lockstile.auth.jpa.hosts.CountingDataSource;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Counts by day, for the charts of an administration. */
final class DailyCountsTest {

    private static final int DAYS = 3;
    private static final Instant FIRST = NOW.minus(Duration.ofDays(2));

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void sign_ins_are_counted_on_their_day_and_refused_ones_marked(TestDatabase database) {
        CountingDataSource counter = new CountingDataSource();
        try (OpenHost host = OpenHost.through(TestHost.PLAIN, database, counter::around)) {
            AuthListener log = host.store().eventLog().orElseThrow();
            UserId ana = new UserId(1L);
            log.on(new AuthEvent.SignedIn(FIRST, ana, new SessionId("s1"), "password"));
            log.on(new AuthEvent.Registered(FIRST.plus(Duration.ofDays(1)), ana));
            log.on(new AuthEvent.Registered(FIRST.plus(Duration.ofDays(1)), null));
            log.on(new AuthEvent.SignInFailed(FIRST.plus(Duration.ofDays(2)), null, "password", "wrong"));
            log.on(new AuthEvent.SignedIn(FIRST.plus(Duration.ofDays(2)), ana, new SessionId("s2"), "password"));
            log.on(new AuthEvent.SignedIn(FIRST.plus(Duration.ofDays(2)), ana, new SessionId("s5"), "password"));
            log.on(new AuthEvent.SignedIn(FIRST.minusMillis(1), ana, new SessionId("s3"), "password"));
            log.on(new AuthEvent.SignedIn(FIRST.plus(Duration.ofDays(DAYS)), ana, new SessionId("s4"), "password"));

            AdminLists lists = host.store().adminLists();
            List<DailyCounts> found = new ArrayList<>();
            List<String> statements = counter.during(() -> found.addAll(lists.daily(FIRST, DAYS)));
            assertThat(found).extracting(DailyCounts::kind).containsExactly(DailyCounts.Kind.values());
            assertThat(found.get(0).counts()).as("sign-ups").containsExactly(0L, 1L, 0L);
            assertThat(found.get(1).counts()).as("each account once a day").containsExactly(1L, 0L, 1L);
            assertThat(found.get(2).counts()).containsExactly(1L, 0L, 3L);
            assertThat(found.get(2).marked()).containsExactly(0L, 0L, 1L);
            assertThat(statements)
                    .as("what is read of events stands in one table")
                    .hasSize(DailyCounts.Kind.values().length - 2)
                    .allSatisfy(statement -> assertThat(statement.toLowerCase(Locale.ROOT))
                            .containsPattern(
                                    "where \\S+(happened_at|created_at)>=\\? and \\S+(happened_at|created_at)<\\?"));
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void sign_ins_of_a_period_are_counted_by_way_and_reason(TestDatabase database) {
        CountingDataSource counter = new CountingDataSource();
        try (OpenHost host = OpenHost.through(TestHost.PLAIN, database, counter::around)) {
            AuthListener log = host.store().eventLog().orElseThrow();
            UserId ana = new UserId(1L);
            Instant end = FIRST.plus(Duration.ofDays(1));
            log.on(new AuthEvent.SignInFailed(FIRST, null, "password", "wrong password"));
            log.on(new AuthEvent.SignInFailed(FIRST, ana, "password", "wrong password"));
            log.on(new AuthEvent.SignInFailed(end.minusMillis(1), ana, "code", "expired"));
            log.on(new AuthEvent.SignedIn(FIRST, ana, new SessionId("s1"), "passkey"));
            log.on(new AuthEvent.SignedIn(FIRST.minusMillis(1), ana, new SessionId("s2"), "password"));
            log.on(new AuthEvent.SignedIn(end, ana, new SessionId("s3"), "password"));
            log.on(new AuthEvent.Registered(FIRST, ana));

            AdminLists lists = host.store().adminLists();
            List<SignInCount> found = new ArrayList<>();
            List<String> statements = counter.during(() -> found.addAll(lists.signIns(FIRST, end)));
            assertThat(found)
                    .containsExactly(
                            new SignInCount(false, "password wrong password", 2),
                            new SignInCount(false, "code expired", 1),
                            new SignInCount(true, "passkey", 1));
            assertThat(statements).hasSize(1);
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void more_than_a_month_is_refused(TestDatabase database) {
        try (OpenHost host = new OpenHost(TestHost.PLAIN, database)) {
            AdminLists lists = host.store().adminLists();
            assertThatThrownBy(() -> lists.daily(FIRST, 32)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
