package dev.lockstile.auth.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.admin.AccountFilter;
import dev.lockstile.auth.admin.AccountFilter.Period;
import dev.lockstile.auth.admin.AccountFilter.State;
import dev.lockstile.auth.admin.AccountOrder;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.admin.AdminLists.Query;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** The list of users by name: whole and without doubles in pages of any size; {@link ManyPeopleTest} has its plans. */
final class NameOrderTest {

    private static final AccountFilter ACTIVE =
            new AccountFilter(null, State.ACTIVE, null, Period.ALWAYS, Period.ALWAYS);

    private OpenHost host;
    private AdminLists lists;

    @AfterEach
    void close() {
        if (host != null) {
            host.close();
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void users_come_by_the_shown_name_and_those_without_one_follow(TestDatabase database) {
        open(database);
        assertThat(pages(Query.all().ordered(AccountOrder.NAME), 50))
                .containsExactly("cleo", "bea", "ada", "dora", "eve", "none", "blank", "gone");
        for (int size : List.of(1, 2, 3, 7)) {
            assertThat(pages(Query.all().ordered(AccountOrder.NAME), size))
                    .as("pages of " + size)
                    .containsExactly("cleo", "bea", "ada", "dora", "eve", "none", "blank", "gone");
            assertThat(pages(Query.all().ordered(AccountOrder.NAME_BACKWARDS), size))
                    .containsExactly("eve", "dora", "ada", "bea", "cleo", "none", "blank", "gone");
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void filters_and_searches_keep_the_order(TestDatabase database) {
        open(database);
        Query named = Query.all().ordered(AccountOrder.NAME);
        assertThat(pages(named.filtered(ACTIVE), 2)).containsExactly("cleo", "ada", "dora", "eve", "none", "blank");
        assertThat(pages(named.finding("ana"), 1)).containsExactly("cleo", "bea", "ada");
        assertThat(pages(named.finding("ana").filtered(ACTIVE), 1)).containsExactly("cleo", "ada");
        assertThat(pages(named.finding("nothing"), 1)).isEmpty();
        assertThat(pages(named.ofUser("1"), 1)).hasSize(1);
        assertThat(lists.page(AdminLists.Table.USERS, named.after("7")).rows()).isEmpty();
        assertThat(lists.page(AdminLists.Table.USERS, named.after("nx")).rows()).isEmpty();
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void the_order_is_offered_where_an_index_has_it(TestDatabase database) {
        open(database);
        assertThat(lists.orders().contains(AccountOrder.NAME)).isEqualTo(database == TestDatabase.POSTGRES);
        assertThat(lists.orders()).contains(AccountOrder.NEWEST, AccountOrder.OLDEST);
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void the_place_of_a_page_holds_no_name_and_lasts_when_its_user_is_deleted(TestDatabase database) {
        open(database);
        Query query = Query.all().ordered(AccountOrder.NAME).sized(2);
        AdminLists.Page first = lists.page(AdminLists.Table.USERS, query);
        assertThat(first.next()).matches("n[0-9]+");
        host.sql("update auth_profile set deleted_at = created_at where last_name_1 = 'Blanco'");
        assertThat(names(lists.page(AdminLists.Table.USERS, query.after(first.next()))))
                .containsExactly("ada", "dora");
    }

    private void open(TestDatabase database) {
        host = new OpenHost(TestHost.NUMBERED, database);
        lists = host.store().adminLists();
        user("gone", true, true);
        user("blank", true, false);
        profile("blank", null, null, 1);
        user("ada", true, false);
        profile("ada", "'Ana'", "'cruz'", 1);
        user("bea", false, false);
        profile("bea", "'ana'", "'Blanco'", 1);
        profile("bea", "'Zoe'", "'Second'", 1);
        profile("bea", "'Zoe'", "'Other'", 0);
        user("cleo", true, false);
        profile("cleo", "'ANA'", null, 1);
        user("dora", true, false);
        profile("dora", null, "'Dorado'", 1);
        user("eve", true, false);
        profile("eve", "'Eve'", null, 1);
        user("none", true, false);
    }

    private void user(String name, boolean active, boolean deleted) {
        host.sql("insert into auth_user (created_at, modified_at, deleted_by_cascade, email, email_key, is_active,"
                + " is_staff, is_superuser, joined_at, deleted_at, settings) values (current_timestamp,"
                + " current_timestamp, false, '" + name + "@x.example', '" + name + "', " + active
                + ", false, false, current_timestamp, " + (deleted ? "current_timestamp" : "null") + ", '{}')");
    }

    private void profile(String user, String first, String last, int isDefault) {
        host.sql("insert into auth_profile (created_at, modified_at, deleted_by_cascade, user_id, first_name,"
                + " last_name_1, is_default, is_active, role, label, settings) select created_at, modified_at, false,"
                + " id, " + first + ", " + last + ", " + (isDefault == 1) + ", true, 'USER', '', '{}' from auth_user"
                + " where email = '" + user + "@x.example'");
    }

    private List<String> pages(Query query, int size) {
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            AdminLists.Page page =
                    lists.page(AdminLists.Table.USERS, query.sized(size).after(after));
            seen.addAll(names(page));
            after = page.next();
        } while (after != null);
        return seen;
    }

    private static List<String> names(AdminLists.Page page) {
        return page.rows().stream()
                .map(row -> String.valueOf(row.get("email")).split("@")[0])
                .toList();
    }
}
