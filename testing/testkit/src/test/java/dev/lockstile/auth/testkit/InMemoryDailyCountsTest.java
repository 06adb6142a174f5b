package dev.lockstile.auth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.admin.DailyCounts;
import dev.lockstile.auth.admin.DailyCounts.Kind;
import dev.lockstile.auth.model.MessageOutcome;
import dev.lockstile.auth.model.MessageOutcome.Status;
import dev.lockstile.auth.store.MessageLogStore.EmailLogEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The days of the charts, of what the store in memory keeps. */
class InMemoryDailyCountsTest {

    private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");

    private final InMemoryAuthStore store = new InMemoryAuthStore();
    private final AdminLists lists = store.adminLists(IdentifierRules.standard());

    @Test
    void messages_are_counted_on_their_day_and_failed_ones_marked() {
        email(FIRST.minusMillis(1), Status.SENT);
        email(FIRST, Status.SENT);
        email(FIRST.plus(Duration.ofDays(1)).minusMillis(1), Status.FAILED);
        email(FIRST.plus(Duration.ofDays(1)), Status.EXPIRED);
        email(FIRST.plus(Duration.ofDays(2)), Status.SENT);
        store.alone(tx -> {
            tx.messageLogs().sms("+34600000001", "", outcome(Status.SENT), FIRST);
            return true;
        });
        List<DailyCounts> found = lists.daily(FIRST, 2);
        assertThat(found).extracting(DailyCounts::kind).containsExactly(Kind.CODES, Kind.EMAILS, Kind.TEXT_MESSAGES);
        assertThat(found.get(1)).isEqualTo(new DailyCounts(Kind.EMAILS, List.of(2L, 1L), List.of(1L, 1L)));
        assertThat(found.get(2)).isEqualTo(new DailyCounts(Kind.TEXT_MESSAGES, List.of(1L, 0L), List.of(0L, 0L)));
    }

    @Test
    void codes_are_counted_on_their_day_and_used_ones_marked() {
        try (AuthTestKit kit = AuthTestKit.of(Auth.builder(store).settings(AuthTestKit.settings()))) {
            kit.member("ana@example.com", "plum-harbour-4417");
            Instant hour = kit.clock().instant().minus(Duration.ofHours(1));
            assertThat(lists.daily(hour, 1))
                    .contains(new DailyCounts(Kind.CODES, List.of(1L), List.of(1L)))
                    .contains(new DailyCounts(Kind.EMAILS, List.of(1L), List.of(0L)));
        }
    }

    @Test
    void a_period_has_1_to_31_days() {
        assertThat(lists.daily(FIRST, 31).get(0).counts()).hasSize(31);
        assertThatThrownBy(() -> lists.daily(FIRST, 32)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> lists.daily(FIRST, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private void email(Instant at, Status status) {
        store.alone(tx -> {
            tx.messageLogs().email(new EmailLogEntry("ana@example.com", "Hello", ""), outcome(status), at);
            return true;
        });
    }

    private static MessageOutcome outcome(Status status) {
        return new MessageOutcome("notice", "memory", status, null);
    }
}
