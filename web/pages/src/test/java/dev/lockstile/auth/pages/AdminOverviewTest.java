package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.admin.DailyCounts;
import dev.lockstile.auth.admin.SignInCount;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.testkit.AuthTestKit;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The first page of the administration, its people as rows, and what both weigh. */
class AdminOverviewTest {

    private static final String ROOT = "root@example.com";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final int HEAVIEST = 90 * 1024;

    private final AuthTestKit kit = AuthTestKit.inMemory();
    private final PagesServer server = new PagesServer(
            kit,
            PageSettings.defaults().withAdministration(new Lists(kit.clock().instant())));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void every_kind_of_event_has_a_chart_and_its_table() {
        String page = root().open("/admin").body();
        assertThat(Pattern.compile("<svg class=\"chart").matcher(page).results())
                .hasSize(DailyCounts.Kind.values().length);
        assertThat(page)
                .contains("91 attempts, 14 refused", "0 new accounts")
                .contains("<td>13</td><td>1</td>")
                .doesNotContain("style=");
        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(HEAVIEST / 2);
    }

    @Test
    void sign_ins_are_told_by_way_and_refused_ones_by_reason() {
        String page = root().open("/admin").body();
        assertThat(rows(page, "sign-ins-ways"))
                .containsExactly(List.of("password", "7", "5"), List.of("code", "0", "7"), List.of("magic", "0", "2"));
        assertThat(rows(page, "sign-ins-reasons"))
                .containsExactly(
                        List.of("wrong password", "5"),
                        List.of("expired", "4"),
                        List.of("wrong code", "3"),
                        List.of("new &lt;reason&gt;", "2"));
    }

    @Test
    void people_new_and_active_ones_and_refused_sign_ins_come_first() {
        assertThat(root().open("/admin").body().replaceAll("\\s*\n\\s*", ""))
                .contains(
                        "<dl class=\"figures\"><div><dt>People</dt><dd>45</dd><dd class=\"small\">1 joined today</dd></div>"
                                + "<div><dt>Sign-ups in the last 7 days</dt><dd>0</dd><dd class=\"small\">0 in the previous 7 days</dd></div>"
                                + "<div><dt>Active today</dt><dd>13</dd><dd class=\"small\">12 yesterday</dd></div>"
                                + "<div><dt>Refused sign-ins today</dt><dd>1</dd><dd class=\"small\">8% of total · 7 in the last 7 days</dd></div>")
                .contains("<i class=\"swatch\"></i>Signed in <i class=\"swatch marked\"></i>Refused</p>")
                .doesNotContain("class=\"note\"", "<text");
    }

    @Test
    void a_host_without_events_is_told_why_there_are_no_charts() {
        try (PagesServer bare = new PagesServer(kit, PageSettings.defaults().withAdministration(AdminLists.none()))) {
            assertThat(root(bare).open("/admin").body())
                    .contains("once this service stores its events in a table")
                    .doesNotContain("<svg class=\"chart");
        }
    }

    @Test
    void seven_fourteen_or_thirty_days_are_drawn() {
        PagesBrowser root = root();
        assertThat(root.open("/admin").body()).contains("admin?days=14\" aria-current=\"true\">14 days<");
        assertThat(root.open("/admin?days=7").body())
                .contains("70 attempts, 7 refused", "admin?days=7\" aria-current=\"true\">7 days<")
                .contains("<dd class=\"small\">0 in the previous 7 days</dd>");
        String month = root.open("/admin?days=30").body();
        assertThat(month).contains("435 attempts, 30 refused");
        assertThat(month.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(HEAVIEST / 2);
        assertThat(PageWeightTest.weightOf(root, month)).isLessThan(HEAVIEST);
        assertThat(root.open("/admin?days=31").body()).contains("91 attempts");
    }

    @Test
    void a_chart_has_dates_below_it_heights_beside_it_and_values_above_it() {
        assertThat(chart(root().open("/admin?days=7").body(), "sign-ins"))
                .contains("<span>14</span><span>7</span><span>0</span>")
                .contains("<span>7</span><span>8</span><span>9</span><span>10</span><span>11</span><span>12</span>")
                .containsPattern("(<span>[0-9]{1,2}\u00a0[A-Z][a-z]{2}</span>){7}");
        assertThat(chart(root().open("/admin").body(), "sign-ins"))
                .containsPattern("dates\" aria-hidden=\"true\">(<span>[^<]+</span>){7}</p>");
        assertThat(chart(root().open("/admin?days=30").body(), "sign-ins"))
                .containsPattern("dates\" aria-hidden=\"true\">(<span>[^<]+</span>){6}</p>")
                .doesNotContain("<span>12</span>");
    }

    private static String chart(String page, String kind) {
        String rest = page.substring(page.indexOf("aria-labelledby=\"chart-" + kind));
        return rest.substring(0, rest.indexOf("</section>"));
    }

    @Test
    void the_newest_people_and_open_invitations_stand_below_the_charts() {
        try (AdminPeopleFixture fixture = new AdminPeopleFixture("ana", "bea", "cai", "dan", "eve", "fay")) {
            PagesBrowser root = fixture.root();
            String before = root.open("/admin").body();
            assertThat(Pattern.compile("class=\"person\"").matcher(before).results())
                    .hasSize(5);
            assertThat(before)
                    .contains("fay@example.com", "bea@example.com", "No open invitations.")
                    .doesNotContain("ana@example.com");
            root.submit("/admin/invitations", Map.of("recipient", "gil@example.com", "reason", "ticket 1"));
            assertThat(root.open("/admin").body())
                    .containsPattern("open-invitations\"(?s).*gil@example.com(?s).*>All invitations<");
        }
    }

    @Test
    void a_host_without_events_has_the_charts_of_its_other_tables() {
        try (AdminPeopleFixture fixture = new AdminPeopleFixture("ana")) {
            String page = fixture.root().open("/admin").body();
            assertThat(Pattern.compile("<svg class=\"chart").matcher(page).results())
                    .hasSize(3);
            assertThat(page)
                    .contains("1 created, 1 used", "<dt>Used</dt>", "<dt>Expired unused</dt>")
                    .contains("<p class=\"small end\">Sign-ups, active people");
        }
    }

    @Test
    void of_many_people_it_says_that_there_are_more() {
        AdminLists many = (list, query) ->
                new AdminLists.Page(List.of("id"), Collections.nCopies(query.size(), Map.of("id", 1L)), "1");
        try (PagesServer full = new PagesServer(kit, PageSettings.defaults().withAdministration(many))) {
            assertThat(root(full).open("/admin").body()).contains("<dt>People</dt><dd>200+</dd>");
        }
    }

    /** The cells of the table of a section. */
    private static List<List<String>> rows(String page, String section) {
        String table = page.substring(page.indexOf("aria-labelledby=\"" + section));
        String body = table.substring(table.indexOf("<tbody>"), table.indexOf("</tbody>"));
        return Pattern.compile("<tr>(.*?)</tr>")
                .matcher(body)
                .results()
                .map(row -> Pattern.compile("<td[^>]*>(.*?)</td>")
                        .matcher(row.group(1))
                        .results()
                        .map(cell -> cell.group(1).replaceFirst("<progress.*", ""))
                        .toList())
                .toList();
    }

    @Test
    void people_are_rows_with_their_state_in_words() {
        String page = root().open("/admin/users").body();
        assertThat(Pattern.compile("class=\"person\"").matcher(page).results()).hasSize(Lists.PEOPLE);
        assertThat(page)
                .contains("<strong>Eva Sol</strong><br><span class=\"faint\">person8@example.com<")
                .contains(
                        "<strong>person7@example.com</strong></span>",
                        ">not verified<",
                        ">disabled<",
                        "class=\"tag bad\">deleted<")
                .contains("title=\"1 Jan 1970, 00:00 UTC\"", "role=\"region\" aria-label=\"People\" tabindex=\"0\"")
                .doesNotContain("2026-", "UTC<", ">First page<");
        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(HEAVIEST / 2);
    }

    @Test
    void a_code_has_one_column_for_where_it_went() {
        assertThat(root().open("/admin/codes").body())
                .contains("<th scope=\"col\">Recipient</th>", "a•••@example.com", "+5•••21")
                .doesNotContain("<th scope=\"col\">Email</th>", "<th scope=\"col\">Phone</th>");
    }

    @Test
    void the_menu_leads_to_the_lists_that_the_host_keeps() {
        assertThat(root().open("/admin").body())
                .contains("/admin/sessions\"", "/admin/profiles\"")
                .doesNotContain("/admin/devices\"", "/admin/legacy-links\"", "/admin/sms-log\"");
    }

    @Test
    void the_menu_is_in_three_groups_and_names_the_page_where_it_is_folded() {
        String page = root().open("/admin/sessions").body();
        assertThat(page)
                .contains("<p id=\"nav-people\">People</p>", "<p id=\"nav-activity\">Activity</p>")
                .contains(
                        "<details class=\"where\"><summary><span class=\"sr\">Administration: </span>Sessions</summary>")
                .doesNotContain("nav-system", "nav-own");
        String menu = page.substring(page.indexOf("<nav class=\"side"));
        assertThat(Pattern.compile("/admin/([a-z-]+)\"")
                        .matcher(menu)
                        .results()
                        .limit(5)
                        .map(link -> link.group(1)))
                .containsExactly("users", "invitations", "profiles", "sessions", "codes");
    }

    @Test
    void the_menu_has_the_former_system_once_an_account_came_from_it() {
        AtomicInteger asked = new AtomicInteger();
        List<Map<String, Object>> links = new CopyOnWriteArrayList<>();
        AdminLists lists = withLinks(links, asked);
        try (PagesServer carrying = new PagesServer(kit, PageSettings.defaults().withAdministration(lists))) {
            PagesBrowser root = root(carrying);
            assertThat(root.open("/admin").body()).doesNotContain("/admin/legacy-links\"");
            links.add(Map.of("id", 1L));
            assertThat(root.open("/admin").body()).contains("/admin/legacy-links\"");
            assertThat(root.open("/admin/users").body()).contains("/admin/legacy-links\"");
            int before = asked.get();
            assertThat(root.open("/admin").body()).contains("/admin/legacy-links\"");
            assertThat(asked).as("such a row stays").hasValue(before);
        }
    }

    @Test
    void the_first_page_that_is_opened_has_the_former_system_in_its_menu() {
        AtomicInteger asked = new AtomicInteger();
        List<Map<String, Object>> links = new CopyOnWriteArrayList<>(List.of(Map.of("id", 1L)));
        PageSettings settings = PageSettings.defaults().withAdministration(withLinks(links, asked));
        try (PagesServer carrying = new PagesServer(kit, settings)) {
            assertThat(root(carrying).open("/admin/users").body()).contains("/admin/legacy-links\"");
        }
        links.clear();
        asked.set(0);
        try (PagesServer empty = new PagesServer(kit, settings)) {
            PagesBrowser root = root(empty);
            root.open("/admin/users");
            assertThat(root.open("/admin/users").body()).doesNotContain("/admin/legacy-links\"");
            assertThat(asked).as("once without a row").hasValue(1);
            assertThat(root.open("/admin/legacy-links").body())
                    .as("the page itself, opened by its address")
                    .containsPattern("/admin/legacy-links\" aria-current=\"page\"");
        }
    }

    /** Lists of the accounts that came from a former system, and no other rows. */
    private static AdminLists withLinks(List<Map<String, Object>> links, AtomicInteger asked) {
        return (list, query) -> {
            if (list == AdminLists.Table.LEGACY_LINKS) {
                asked.incrementAndGet();
                return new AdminLists.Page(List.of("id"), List.copyOf(links), null);
            }
            return AdminLists.none().page(list, query);
        };
    }

    @Test
    void the_way_back_to_the_first_page_keeps_whose_rows_they_are() {
        PagesBrowser root = root();
        assertThat(root.open("/admin/sessions?user=7").body()).doesNotContain(">First page<");
        assertThat(root.open("/admin/sessions?user=7&after=3").body())
                .contains("href=\"" + PagesServer.MOUNT + "/admin/sessions?user=7\">First page<");
    }

    @Test
    void the_figures_are_shown_without_charts_where_the_counts_take_too_long() {
        try (PagesServer slow = new PagesServer(kit, PageSettings.defaults().withAdministration(new SlowCounts()))) {
            HttpResponse<String> page = root(slow).open("/admin");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("class=\"figures\"", "counting the last days took too long", "<dt>People</dt><dd>0</dd>")
                    .doesNotContain("<svg class=\"chart", "class=\"plot\"");
        }
    }

    private PagesBrowser root() {
        return root(server);
    }

    private PagesBrowser root(PagesServer at) {
        kit.auth().admin().createFirstSuperuser(new NewAdmin(ROOT, Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER));
        return at.browser("en").signedIn(ROOT, PASSWORD);
    }

    /** A database that gives up on the counts. */
    private static final class SlowCounts implements AdminLists {

        @Override
        public Page page(Table list, Query query) {
            return AdminLists.none().page(list, query);
        }

        @Override
        public List<DailyCounts> daily(Instant first, int days) {
            throw new StoreUnavailableException("statement timeout", new IllegalStateException());
        }

        @Override
        public List<SignInCount> signIns(Instant from, Instant until) {
            throw new StoreUnavailableException("statement timeout", new IllegalStateException());
        }
    }

    /** Fifty people, every seventh of whom is unproven, every ninth disabled and every eleventh deleted. */
    private record Lists(Instant today) implements AdminLists {

        private static final int PEOPLE = 50;

        @Override
        public Page page(Table list, Query query) {
            return list == Table.CODES ? codes() : people();
        }

        @Override
        public Set<Table> kept() {
            return Set.of(Table.USERS, Table.PROFILES, Table.SESSIONS, Table.CODES);
        }

        private static Page codes() {
            return new Page(
                    List.of("id", "email", "phone"),
                    List.of(Map.of("id", 2, "phone", "+5•••21"), Map.of("id", 1, "email", "a•••@example.com")),
                    null);
        }

        private Page people() {
            List<Map<String, Object>> rows = IntStream.range(0, PEOPLE)
                    .mapToObj(n -> {
                        Map<String, Object> row = new HashMap<>(
                                Map.of("id", n, "email", "person" + n + "@example.com", "active", n % 9 != 4));
                        row.put("emailVerifiedAt", n % 7 == 0 ? null : Instant.EPOCH);
                        row.put("joinedAt", n == 9 ? today : Instant.EPOCH);
                        row.put("name", n == 8 ? "Eva Sol" : null);
                        row.put("deletedAt", n % 11 == 5 ? Instant.EPOCH : null);
                        return row;
                    })
                    .toList();
            return new Page(List.of("id", "email", "active", "joinedAt", "deletedAt"), List.copyOf(rows), null);
        }

        @Override
        public List<DailyCounts> daily(Instant first, int days) {
            List<Long> none = Collections.nCopies(days, 0L);
            List<Long> one = Collections.nCopies(days, 1L);
            List<Long> rising = IntStream.range(0, days).mapToObj(n -> (long) n).toList();
            return Stream.of(DailyCounts.Kind.values())
                    .map(kind -> kind == DailyCounts.Kind.SIGN_UPS
                            ? new DailyCounts(kind, none, none)
                            : new DailyCounts(kind, rising, one))
                    .toList();
        }

        @Override
        public List<SignInCount> signIns(Instant from, Instant until) {
            assertThat(Duration.between(from, until).toDays()).isIn(7L, 14L, 30L);
            return List.of(
                    new SignInCount(true, "password", 7),
                    new SignInCount(false, "password wrong password", 5),
                    new SignInCount(false, "code wrong", 3),
                    new SignInCount(false, "code expired", 4),
                    new SignInCount(false, "magic new <reason>", 2));
        }
    }
}
