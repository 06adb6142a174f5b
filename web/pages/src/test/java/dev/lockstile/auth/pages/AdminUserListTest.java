package dev.lockstile.auth.pages;

import static dev.lockstile.auth.pages.PagesServer.MOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.event.AuthEvent;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The list of people: found, filtered, sorted, with columns of choice, and saved. */
class AdminUserListTest {

    private static final Pattern NAME = Pattern.compile("<(?:strong|span class=\"faint\")>([a-z]+)@example.com");

    private final AdminPeopleFixture fixture = new AdminPeopleFixture("ana", "bea", "cleo");
    private final PagesBrowser root = fixture.root();

    @AfterEach
    void close() {
        fixture.close();
    }

    private List<String> names(String query) {
        return NAME.matcher(root.open("/admin/users?" + query).body())
                .results()
                .map(name -> name.group(1))
                .toList();
    }

    @Test
    void filters_choose_by_state_proof_role_and_days() {
        fixture.auth.admin().disable(fixture.id("bea"));
        fixture.auth.admin().setRole(fixture.id("cleo"), "helper");
        assertThat(names("")).containsExactly("cleo", "bea", "ana", "root");
        assertThat(names("status=disabled")).containsExactly("bea");
        assertThat(names("status=active&find=a")).isEmpty();
        assertThat(names("status=active&find=ana@")).containsExactly("ana");
        assertThat(names("proven=no")).isEmpty();
        assertThat(names("role=helper")).containsExactly("cleo");
        assertThat(names("joined_until=2020-01-01")).isEmpty();
        assertThat(names("joined_from=2026-03-01")).hasSize(4);
        assertThat(names("status=nonsense&joined_from=yesterday&proven=2"))
                .as("no meaning")
                .hasSize(4);
    }

    @Test
    void a_list_says_its_order_and_how_many_it_has_and_leads_back_to_all() {
        assertThat(root.open("/admin/users").body())
                .contains(", newest first.</p>", "role=\"status\">4 people</p>")
                .doesNotContain("class=\"clear\"");
        assertThat(root.open("/admin/users?sort=name").body())
                .contains("Everyone with an account.</p>")
                .doesNotContain("newest first", "class=\"clear\"");
        assertThat(root.open("/admin/users?find=zed&status=active&sort=name").body())
                .contains("role=\"status\">0 people</p>")
                .contains(
                        "<a class=\"clear\" href=\"" + MOUNT + "/admin/users?sort=name\">Clear search and filters</a>");
    }

    @Test
    void a_page_says_which_people_it_has_and_whether_there_are_more() {
        for (int i = 0; i < 60; i++) {
            fixture.auth.admin().create(AccountDraft.ofEmail("person" + i + "@example.com"));
        }
        String first = root.open("/admin/users").body();
        assertThat(first).contains("role=\"status\">1–50, and more</p>", "name=\"from\" value=\"51\"");
        String after = first.replaceFirst("(?s).*name=\"after\" value=\"([0-9]+)\".*", "$1");
        String next = "/admin/users?after=" + after + "&from=";
        assertThat(root.open(next + 51).body()).contains("role=\"status\">51–64 of 64</p>");
        for (String planted : List.of("", "0", "-3", "1e9", "9999999", "<b>")) {
            assertThat(root.open(next + URLEncoder.encode(planted, StandardCharsets.UTF_8))
                            .body())
                    .as(planted)
                    .contains("role=\"status\">People on this page: 14</p>");
        }
        assertThat(root.open("/admin/users?find=person7@").body()).contains("role=\"status\">1 person</p>");
    }

    @Test
    void a_box_in_the_head_selects_the_page_where_scripts_run() {
        assertThat(root.open("/admin/users").body())
                .contains("<input type=\"checkbox\" data-all aria-label=\"Select all on this page\" hidden>")
                .contains("data-selected=\"{0} selected\"");
        assertThat(fixture.staff("reader").open("/admin/users").body()).doesNotContain("data-all");
    }

    @Test
    void a_filter_in_force_is_a_chip_whose_link_takes_it_away() {
        String page =
                root.open("/admin/users?status=active&role=helper&find=an").body();
        assertThat(page)
                .contains("href=\"" + MOUNT + "/admin/users?find=an&amp;status=active\">Role helper")
                .contains("href=\"" + MOUNT + "/admin/users?find=an&amp;role=helper\">All<")
                .contains("status=active&amp;role=helper\" aria-current=\"true\">Active<")
                .contains("name=\"find\" type=\"search\" value=\"an\"");
    }

    @Test
    void a_whole_list_is_sorted_by_name_and_last_visit_and_any_by_age() {
        fixture.server.kit.clock().advance(Duration.ofMinutes(5));
        fixture.id("bea");
        assertThat(names("sort=joined")).containsExactly("root", "ana", "bea", "cleo");
        assertThat(names("sort=name")).containsExactly("ana", "bea", "cleo", "root");
        assertThat(names("sort=-name")).containsExactly("root", "cleo", "bea", "ana");
        assertThat(names("sort=-seen")).startsWith("bea");
        assertThat(root.open("/admin/users?sort=name").body())
                .contains("aria-sort=\"ascending\"><a href=\"" + MOUNT + "/admin/users?sort=-name\"");
    }

    @Test
    void columns_are_chosen_and_the_browser_keeps_them() {
        assertThat(root.open("/admin/users?col=person&col=username&col=id").body())
                .contains("data-label=\"Username\"", "data-label=\"ID\"")
                .doesNotContain("data-label=\"Joined\"");
        assertThat(root.open("/admin/users").body())
                .contains("data-label=\"Username\"")
                .doesNotContain("data-label=\"Joined\"");
        assertThat(root.open("/admin/users?col=person").body()).doesNotContain("data-label");
        assertThat(root.open("/admin/users?col=person&col=password").body()).doesNotContain("data-label");
    }

    @Test
    void the_list_is_saved_with_a_recent_proof_and_stands_in_the_trail() {
        root.open("/admin/users?find=bea");
        fixture.events.clear();
        HttpResponse<String> file = root.submit("/admin/users/csv", Map.of("find", "bea"));
        assertThat(file.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"users.csv\"");
        assertThat(file.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(file.body())
                .startsWith("id,email,")
                .contains("bea@example.com")
                .doesNotContain("ana@");
        assertThat(fixture.events).extracting(AuthEvent::name).containsExactly("data_export");
        fixture.server.kit.clock().advance(Duration.ofMinutes(11));
        root.open("/admin/users?find=bea");
        HttpResponse<String> old = root.submit("/admin/users/csv", Map.of("find", "bea"));
        assertThat(old.headers().firstValue("Location"))
                .contains(MOUNT + "/prove?next=" + MOUNT + "/admin/users/csv%3Ffind%3Dbea");
        assertThat(root.open("/admin/users/csv?find=bea").headers().firstValue("Location"))
                .contains(MOUNT + "/admin/users?find=bea");
    }

    @Test
    void a_reader_saves_nothing() {
        PagesBrowser reader = fixture.staff("reader");
        assertThat(reader.open("/admin/users").body()).doesNotContain("/admin/users/csv", "name=\"select\"");
        reader.open("/account");
        assertThat(reader.submit("/admin/users/csv", Map.of()).statusCode()).isEqualTo(404);
    }
}
