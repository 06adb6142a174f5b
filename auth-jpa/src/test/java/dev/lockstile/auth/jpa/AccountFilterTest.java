package dev.lockstile.auth.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.admin.AccountFilter;
import dev.lockstile.auth.admin.AccountFilter.Period;
import dev.lockstile.auth.admin.AccountFilter.State;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.jpa.hosts.CountingDataSource;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Filters of the list of users: what they leave in, and that a page reads a bounded range of the key. */
final class AccountFilterTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");

    private final CountingDataSource counter = new CountingDataSource();
    private OpenHost host;
    private AdminLists lists;

    private void open(TestDatabase database) {
        host = OpenHost.through(TestHost.NUMBERED, database, counter::around);
        lists = host.store().adminLists();
    }

    @AfterEach
    void close() {
        if (host != null) {
            host.close();
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void each_filter_leaves_in_what_it_names(TestDatabase database) {
        open(database);
        people();
        assertThat(found(AccountFilter.ALL)).containsExactly("gone", "off", "old", "new");
        assertThat(found(filter(null, State.ACTIVE, null))).containsExactly("old", "new");
        assertThat(found(filter(null, State.DISABLED, null))).containsExactly("off");
        assertThat(found(filter(null, State.DELETED, null))).containsExactly("gone");
        assertThat(found(filter("SUPPORT", null, null))).containsExactly("off", "new");
        assertThat(found(filter("support", State.ACTIVE, null))).containsExactly("new");
        assertThat(found(filter("nothing", null, null))).isEmpty();
        assertThat(found(filter(null, null, true))).containsExactly("new");
        assertThat(found(filter(null, null, false))).containsExactly("gone", "off", "old");
        Period later = new Period(JULY, null);
        Period earlier = new Period(MARCH, JULY);
        assertThat(found(new AccountFilter(null, null, null, later, Period.ALWAYS)))
                .containsExactly("new");
        assertThat(found(new AccountFilter(null, null, null, earlier, Period.ALWAYS)))
                .containsExactly("gone", "off", "old");
        assertThat(found(new AccountFilter(null, null, null, Period.ALWAYS, later)))
                .containsExactly("old");
        AdminLists.Query both = query().filtered(filter("support", null, null)).finding("of");
        assertThat(names(lists.page(AdminLists.Table.USERS, both))).containsExactly("off");
        assertThat(names(lists.page(AdminLists.Table.USERS, query().fromOldest())))
                .containsExactly("new", "old", "off", "gone");
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void an_account_disabled_for_a_time_is_active_from_its_end_on(TestDatabase database) {
        open(database);
        people();
        UserId old = new UserId(lists.page(AdminLists.Table.USERS, query().finding("old"))
                .rows()
                .get(0)
                .get("id"));
        host.store().<Boolean>alone(tx -> tx.users().disableUntil(old, JULY, MARCH));
        AdminLists.Query active = query().filtered(filter(null, State.ACTIVE, null));
        AdminLists.Query disabled = query().filtered(filter(null, State.DISABLED, null));
        Instant before = JULY.minusSeconds(1);
        assertThat(page(active.at(before))).containsExactly("new");
        assertThat(page(disabled.at(before))).containsExactly("off", "old");
        assertThat(page(active.at(JULY))).containsExactly("old", "new");
        assertThat(page(disabled.at(JULY))).containsExactly("off");
        assertThat(page(disabled)).containsExactly("off", "old");
        AdminLists.Query one = query().finding("old");
        assertThat(lists.page(AdminLists.Table.USERS, one.at(before)).rows().get(0))
                .containsEntry("active", false)
                .containsEntry("disabledUntil", JULY);
        assertThat(lists.page(AdminLists.Table.USERS, one.at(JULY)).rows().get(0))
                .containsEntry("active", true)
                .containsEntry("disabledUntil", null);
    }

    private List<String> page(AdminLists.Query query) {
        return names(lists.page(AdminLists.Table.USERS, query));
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void pages_go_on_in_both_directions(TestDatabase database) {
        open(database);
        people();
        for (AdminLists.Query query : List.of(query(), query().fromOldest())) {
            List<String> seen = new ArrayList<>();
            String after = null;
            do {
                AdminLists.Page page = lists.page(
                        AdminLists.Table.USERS, query.sized(1).after(after).filtered(filter(null, null, false)));
                seen.addAll(names(page));
                after = page.next();
            } while (after != null);
            assertThat(seen).containsExactlyInAnyOrder("gone", "off", "old").hasSize(3);
        }
    }

    @Test
    void a_rare_user_among_many_is_found_page_by_page_and_no_page_reads_the_whole_table_of_postgresql() {
        open(TestDatabase.POSTGRES);
        people();
        host.sql(
                "insert into auth_user (created_at, modified_at, deleted_by_cascade, email, email_key, is_active,"
                        + " is_staff, is_superuser, joined_at, settings) select now(), now(), false,"
                        + " 'person' || n || '@example.com', 'k' || n, true, false, false, now(), '{}'"
                        + " from generate_series(1, 12000) n",
                "insert into auth_profile (created_at, modified_at, deleted_by_cascade, user_id, is_default, is_active,"
                        + " role, label, settings) select now(), now(), false, id, true, true, 'USER', '', '{}'"
                        + " from auth_user where email like 'person%'",
                "analyze auth_user",
                "analyze auth_profile");
        AdminLists.Query query = query().filtered(filter("support", State.DISABLED, null));
        List<String> seen = new ArrayList<>();
        List<String> statements = new ArrayList<>();
        String after = null;
        int pages = 0;
        do {
            AdminLists.Query next = query.after(after);
            List<AdminLists.Page> got = new ArrayList<>();
            statements.addAll(counter.during(() -> got.add(lists.page(AdminLists.Table.USERS, next))));
            seen.addAll(names(got.get(0)));
            after = got.get(0).next();
            pages++;
        } while (after != null);
        assertThat(seen).containsExactly("off");
        assertThat(pages).isEqualTo(13);
        assertThat(statements)
                .hasSize(26)
                .allSatisfy(
                        sql -> assertThat(plan(sql)).as(sql).contains("Index").doesNotContain("Seq Scan"));
    }

    /** The plan that PostgreSQL makes without knowing the values. */
    private String plan(String sql) {
        StringBuilder numbered = new StringBuilder();
        Matcher marks = Pattern.compile("\\?").matcher(sql);
        int number = 0;
        while (marks.find()) {
            marks.appendReplacement(numbered, Matcher.quoteReplacement("$" + ++number));
        }
        marks.appendTail(numbered);
        String values = "(" + String.join(", ", Collections.nCopies(number, "null")) + ")";
        List<?> lines = host.emf().callInTransaction(em -> {
            em.createNativeQuery("set local plan_cache_mode = force_generic_plan")
                    .executeUpdate();
            em.unwrap(Session.class).doWork(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("prepare listed as " + numbered);
                }
            });
            List<?> plan = em.createNativeQuery("explain execute listed" + values, String.class)
                    .getResultList();
            em.createNativeQuery("deallocate listed").executeUpdate();
            return plan;
        });
        return lines.toString();
    }

    /** Oldest first: new, old, off, gone. */
    private void people() {
        String insert = "insert into auth_user (created_at, modified_at, deleted_by_cascade, email, email_key,"
                + " email_verified_at, is_active, is_staff, is_superuser, joined_at, last_login_at, deleted_at, settings)"
                + " values (timestamp '2026-04-01 00:00:00', timestamp '2026-04-01 00:00:00', false, ";
        host.sql(
                insert + "'new@x.example', 'n', timestamp '2026-07-02 00:00:00', true, false, false,"
                        + " timestamp '2026-07-02 00:00:00', null, null, '{}')",
                insert + "'old@x.example', 'o', null, true, false, false, timestamp '2026-04-02 00:00:00',"
                        + " timestamp '2026-08-02 00:00:00', null, '{}')",
                insert + "'off@x.example', 'f', null, false, false, false, timestamp '2026-04-03 00:00:00', null, null,"
                        + " '{}')",
                insert + "'gone@x.example', null, null, true, false, false, timestamp '2026-04-04 00:00:00', null,"
                        + " timestamp '2026-08-02 00:00:00', '{}')",
                "insert into auth_profile (created_at, modified_at, deleted_by_cascade, user_id, is_default, is_active,"
                        + " role, label, settings) select created_at, modified_at, false, id, true, true, 'support', '',"
                        + " '{}' from auth_user where email in ('new@x.example', 'off@x.example')");
    }

    private static AccountFilter filter(String role, State state, Boolean proven) {
        return new AccountFilter(role, state, proven, Period.ALWAYS, Period.ALWAYS);
    }

    private static AdminLists.Query query() {
        return AdminLists.Query.all();
    }

    private List<String> found(AccountFilter filter) {
        return names(lists.page(AdminLists.Table.USERS, query().filtered(filter)));
    }

    private static List<String> names(AdminLists.Page page) {
        return page.rows().stream()
                .map(row -> String.valueOf(row.get("email")).split("@")[0])
                .toList();
    }
}
