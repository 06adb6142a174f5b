package dev.lockstile.auth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.admin.AdminLists.Query;
import dev.lockstile.auth.admin.AdminLists.Table;
import dev.lockstile.auth.admin.LogFilter;
import dev.lockstile.auth.admin.LogFilter.State;
import dev.lockstile.auth.model.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of what the store in memory keeps beside users. */
class InMemoryLogRowsTest {

    private static final String PASSWORD = "plum-harbour-4417";

    private final InMemoryAuthStore store = new InMemoryAuthStore();
    private final AdminLists lists = store.adminLists(IdentifierRules.standard());
    private final AuthTestKit kit = AuthTestKit.of(Auth.builder(store).settings(AuthTestKit.settings()));
    private UserId ana;

    @BeforeEach
    void register() {
        kit.member("ana@example.com", PASSWORD);
        kit.member("bea@example.com", PASSWORD);
        ana = kit.signIn("ana@example.com", PASSWORD).user().id();
        kit.signIn("bea@example.com", PASSWORD);
    }

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void sessions_are_active_until_they_are_ended_or_past_their_time() {
        kit.auth().admin().endSessions(ana);
        Query now = Query.all().at(kit.clock().instant());
        Query active = now.matching(LogFilter.ALL.in(State.ACTIVE));
        Query ended = now.matching(LogFilter.ALL.in(State.ENDED));
        assertThat(lists.page(Table.SESSIONS, active.ofUser(ana.toString())).rows())
                .isEmpty();
        assertThat(lists.page(Table.SESSIONS, ended.ofUser(ana.toString())).rows())
                .isNotEmpty();
        assertThat(lists.page(Table.SESSIONS, active).rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("session")).isNotNull());
        Instant later = kit.clock().instant().plus(Duration.ofDays(900));
        assertThat(lists.page(Table.SESSIONS, active.at(later)).rows()).isEmpty();
    }

    @Test
    void codes_messages_and_profiles_are_those_of_one_person_or_all() {
        for (Table list : List.of(Table.CODES, Table.EMAIL_LOG, Table.PROFILES)) {
            AdminLists.Page all = lists.page(list, Query.all());
            AdminLists.Page own = lists.page(list, Query.all().ofUser(ana.toString()));
            assertThat(own.rows())
                    .as(list.name())
                    .isNotEmpty()
                    .hasSizeLessThan(all.rows().size());
            assertThat(own.rows())
                    .as(list.name())
                    .allSatisfy(row -> assertThat(row).containsEntry("user", ana.key()));
            assertThat(all.rows().toString()).doesNotContain("ana@example.com");
        }
        assertThat(lists.page(Table.CODES, Query.all().matching(LogFilter.ALL.in(State.USED)))
                        .rows())
                .hasSize(2);
        assertThat(lists.page(Table.EMAIL_LOG, Query.all().matching(LogFilter.ALL.in(State.FAILED)))
                        .rows())
                .isEmpty();
        assertThat(lists.page(Table.DEVICES, Query.all()).rows()).isEmpty();
    }

    @Test
    void rows_of_a_period_come_once_on_pages_of_one_row() {
        Instant now = kit.clock().instant();
        LogFilter today = LogFilter.ALL.between(now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(1)));
        List<Object> seen = new ArrayList<>();
        String after = null;
        do {
            AdminLists.Page page =
                    lists.page(Table.CODES, Query.all().matching(today).sized(1).after(after));
            page.rows().forEach(row -> seen.add(row.get("id")));
            after = page.next();
        } while (after != null);
        assertThat(seen)
                .hasSize(lists.page(Table.CODES, Query.all()).rows().size())
                .doesNotHaveDuplicates();
        Query before = Query.all().matching(LogFilter.ALL.between(null, now.minus(Duration.ofHours(1))));
        assertThat(lists.page(Table.CODES, before).rows()).isEmpty();
    }
}
