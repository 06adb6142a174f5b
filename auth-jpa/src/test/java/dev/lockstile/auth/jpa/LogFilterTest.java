package dev.lockstile.auth.jpa;

import static dev.lockstile.auth.jpa.Rowset.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.admin.AdminLists.Query;
import dev.lockstile.auth.admin.AdminLists.Table;
import dev.lockstile.auth.admin.LogFilter;
import dev.lockstile.auth.admin.LogFilter.State;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodeState;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.MessageOutcome;
import dev.lockstile.auth.model.MessageOutcome.Status;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.store.CodeStore.NewCode;
import dev.lockstile.auth.store.MessageLogStore.EmailLogEntry;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Sessions, codes and messages in one state, of one period, of one person: all of them, and no other row. */
final class LogFilterTest {

    private static final Instant LATER = NOW.plus(Duration.ofMinutes(10));

    private OpenHost host;
    private AdminLists lists;
    private JpaAuthStore store;

    private void open(TestDatabase database) {
        host = new OpenHost(TestHost.NUMBERED, database);
        store = host.store();
        lists = store.adminLists();
    }

    @AfterEach
    void close() {
        if (host != null) {
            host.close();
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void sessions_are_active_or_ended_and_have_their_public_name(TestDatabase database) {
        open(database);
        UserId ana = user("ana");
        UserId bea = user("bea");
        store.alone(tx -> {
            tx.sessions().insert(ana, Rowset.session("live"));
            tx.sessions().insert(ana, Rowset.session("ended"));
            tx.sessions().insert(bea, session("idle", NOW.plusSeconds(60), NOW.plusSeconds(9000)));
            tx.sessions().insert(bea, session("old", NOW.plusSeconds(9000), NOW.plusSeconds(60)));
            return tx.sessions().end(new SessionId("ended"), EndReason.LOGOUT, NOW);
        });
        Query at = Query.all().at(LATER);
        assertThat(sessions(at.matching(LogFilter.ALL.in(State.ACTIVE)))).containsExactly("live");
        assertThat(sessions(at.matching(LogFilter.ALL.in(State.ENDED)))).containsExactly("old", "idle", "ended");
        assertThat(sessions(at.ofUser(ana.toString()).matching(LogFilter.ALL.in(State.ENDED))))
                .containsExactly("ended");
        assertThat(sessions(Query.all().matching(LogFilter.ALL.in(State.ACTIVE))))
                .as("without a moment no time is compared")
                .containsExactly("old", "idle", "live");
        assertThat(sessions(at.matching(LogFilter.ALL.in(State.OPEN))))
                .as("no state of a session")
                .isEmpty();
        assertThat(sessions(at.matching(LogFilter.ALL.between(LATER, null))))
                .as("no index by time: the period is left out")
                .hasSize(4);
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void codes_are_open_used_or_no_longer_valid(TestDatabase database) {
        open(database);
        store.alone(tx -> {
            tx.codes().replace(code("open", NOW, NOW.plusSeconds(9000), 0));
            tx.codes().replace(code("used", NOW, NOW.plusSeconds(9000), 0));
            tx.codes().replace(code("late", NOW, NOW.plusSeconds(60), 0));
            tx.codes().replace(code("locked", NOW, NOW.plusSeconds(9000), 5));
            return tx.codes().use("used", NOW);
        });
        Query at = Query.all().at(LATER);
        assertThat(codes(at.matching(LogFilter.ALL.in(State.OPEN)))).containsExactly("o•••@example.com");
        assertThat(codes(at.matching(LogFilter.ALL.in(State.USED)))).containsExactly("u•••@example.com");
        assertThat(codes(at.matching(LogFilter.ALL.in(State.EXPIRED))))
                .containsExactly("l•••@example.com", "l•••@example.com");
        assertThat(codes(Query.all().matching(LogFilter.ALL.in(State.EXPIRED)))).hasSize(1);
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void rows_of_a_period_come_once_on_pages_of_any_size_though_many_share_a_moment(TestDatabase database) {
        open(database);
        store.alone(tx -> {
            IntStream.range(0, 9).forEach(i -> tx.codes().replace(code("c" + i, NOW.plusSeconds(i / 3), LATER, 0)));
            return true;
        });
        LogFilter period = LogFilter.ALL.between(NOW.plusSeconds(1), NOW.plusSeconds(3));
        for (LogFilter filter : List.of(period, period.in(State.OPEN))) {
            for (int size = 1; size < 8; size++) {
                Query query = Query.all().at(NOW).matching(filter).sized(size);
                List<Object> seen = new ArrayList<>();
                String after = null;
                do {
                    AdminLists.Page page = lists.page(Table.CODES, query.after(after));
                    page.rows().forEach(row -> seen.add(row.get("id")));
                    after = page.next();
                } while (after != null);
                assertThat(seen).as("%s by %d", filter, size).hasSize(6).doesNotHaveDuplicates();
            }
        }
        Query later = Query.all().matching(period);
        for (String after : List.of(
                "1", "x_1", "2026-05-04T10:00:00Z", "2026-05-04T10:00:00Z_x", "+1000000000-12-31T00:00:00Z_1")) {
            assertThat(lists.page(Table.CODES, later.after(after)).rows())
                    .as(after)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void messages_name_the_person_whose_address_it_is_now(TestDatabase database) {
        open(database);
        UserId ana = user("ana");
        store.alone(tx -> {
            tx.messageLogs().email(entry("ana@example.com"), outcome(Status.SENT), NOW);
            tx.messageLogs().email(entry("ANA@example.com"), outcome(Status.FAILED), NOW.plusSeconds(1));
            tx.messageLogs().email(entry("else@example.com"), outcome(Status.EXPIRED), NOW.plusSeconds(2));
            tx.messageLogs().sms("+525512345678", "", outcome(Status.SENT), NOW);
            return true;
        });
        AdminLists.Page all = lists.page(Table.EMAIL_LOG, Query.all());
        assertThat(all.columns()).startsWith("id", "user", "toEmail");
        assertThat(all.rows())
                .extracting(row -> row.get("user"), row -> row.get("toEmail"))
                .containsExactly(
                        tuple(null, "e•••@example.com"),
                        tuple(ana.key(), "A•••@example.com"),
                        tuple(ana.key(), "a•••@example.com"));
        assertThat(statuses(Query.all().matching(LogFilter.ALL.in(State.FAILED))))
                .containsExactly("EXPIRED", "FAILED");
        assertThat(statuses(Query.all().matching(LogFilter.ALL.in(State.SENT)))).containsExactly("SENT");
        assertThat(statuses(Query.all().ofUser(ana.toString())))
                .contains("SENT")
                .doesNotContain("EXPIRED");
        assertThat(statuses(Query.all().ofUser("no key"))).isEmpty();
        assertThat(statuses(Query.all().ofUser("999999999"))).isEmpty();
        assertThat(lists.page(Table.SMS_LOG, Query.all()).rows())
                .extracting(row -> row.get("user"))
                .containsExactly((Object) null);
        assertThat(lists.page(Table.SMS_LOG, Query.all().ofUser(ana.toString())).rows())
                .as("a person without a number")
                .isEmpty();
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_rare_state_is_looked_for_in_one_window_after_another(TestDatabase database) {
        open(database);
        store.alone(tx -> {
            tx.messageLogs().email(entry("first@example.com"), outcome(Status.FAILED), NOW);
            IntStream.range(0, Query.WINDOW + 5)
                    .forEach(i ->
                            tx.messageLogs().email(entry("ana@example.com"), outcome(Status.SENT), NOW.plusSeconds(1)));
            return true;
        });
        for (LogFilter filter : List.of(LogFilter.ALL, LogFilter.ALL.between(NOW, NOW.plusSeconds(2)))) {
            Query failed = Query.all().matching(filter.in(State.FAILED));
            AdminLists.Page first = lists.page(Table.EMAIL_LOG, failed);
            assertThat(first.rows()).isEmpty();
            assertThat(first.next()).isNotNull();
            AdminLists.Page second = lists.page(Table.EMAIL_LOG, failed.after(first.next()));
            assertThat(second.rows()).hasSize(1);
            assertThat(second.next()).isNull();
        }
    }

    private List<Object> sessions(Query query) {
        return values(Table.SESSIONS, query, "session");
    }

    private List<Object> codes(Query query) {
        return values(Table.CODES, query, "email");
    }

    private List<String> statuses(Query query) {
        return values(Table.EMAIL_LOG, query, "status").stream()
                .map(String::valueOf)
                .toList();
    }

    private List<Object> values(Table list, Query query, String column) {
        List<Object> values = new ArrayList<>();
        for (Map<String, @Nullable Object> row : lists.page(list, query).rows()) {
            values.add(row.get(column));
        }
        return values;
    }

    private static SessionState session(String id, Instant idleUntil, Instant absoluteUntil) {
        SessionState plain = Rowset.session(id);
        SessionState.Times times = new SessionState.Times(NOW, NOW, NOW, idleUntil, absoluteUntil, null);
        return new SessionState(plain.id(), plain.profileRef(), plain.origin(), plain.token(), times);
    }

    private static NewCode code(String name, Instant sent, Instant until, int attempts) {
        CodeState.Binding binding = new CodeState.Binding(
                name, CodePurpose.LOGIN, Channel.EMAIL, Rowset.email(name).key(), null);
        CodeState.Times times = new CodeState.Times(sent, until, null, null);
        return new NewCode(
                new CodeState(binding, "digest", attempts, 5, times), name + "@example.com", "LOGIN:" + name);
    }

    private static EmailLogEntry entry(String to) {
        return new EmailLogEntry(to, "subject", "body");
    }

    private static MessageOutcome outcome(Status status) {
        return new MessageOutcome("LOGIN_CODE", "console", status, null);
    }

    private UserId user(String name) {
        return store.alone(tx -> tx.users()
                .insert(new NewUser(
                        List.of(IdentifierAssignment.proven(
                                IdentifierRules.standard()
                                        .email(name + "@example.com")
                                        .orElseThrow(),
                                NOW)),
                        null,
                        UserInfo.Status.ORDINARY,
                        new UserInfo.Dates(NOW, null, null),
                        SettingsJson.EMPTY,
                        RowTimes.fresh(NOW))));
    }
}
