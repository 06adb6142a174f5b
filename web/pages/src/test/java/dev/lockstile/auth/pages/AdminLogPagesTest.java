package dev.lockstile.auth.pages;

import static dev.lockstile.auth.pages.PagesServer.MOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.token.Caller;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists of sessions, codes, messages and profiles: their filter, and the end of a session. */
final class AdminLogPagesTest {

    private static final String ANA = "ana@example.com";
    private static final String BEA = "bea@example.com";
    private static final String ACTIVE = "<span class=\"tag good\">active</span>";
    private static final String ENDED = "<span class=\"tag \">ended</span>";

    private final AdminPeopleFixture fixture = new AdminPeopleFixture("ana", "bea");
    private final PagesBrowser root = fixture.root();

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/sessions", "/admin/codes", "/admin/email-log", "/admin/profiles"})
    void a_list_is_narrowed_to_one_person_by_the_address_or_its_beginning_or_the_key(String path) {
        fixture.id("ana");
        fixture.id("bea");
        fixture.server.kit.deliver();
        assertThat(root.open(path).body()).contains(">" + ANA + "<", ">" + BEA + "<", "class=\"avatar\"");
        for (String typed : List.of(ANA, "ana@", fixture.id("ana").toString())) {
            assertThat(root.open(path + "?user=" + typed).body())
                    .as(typed)
                    .contains(">" + ANA + "<", "name=\"user\" type=\"search\" value=\"" + ANA + "\"", ">Clear</a>")
                    .doesNotContain(">" + BEA + "<");
        }
        assertThat(root.open(path + "?user=example").body()).doesNotContain(">" + ANA + "<", ">" + BEA + "<");
    }

    @Test
    void a_key_means_its_account_whatever_others_are_called() {
        for (int i = 0; i < 9; i++) {
            fixture.server.kit.member(AdminPeopleFixture.email("p" + i), AdminPeopleFixture.PASSWORD);
        }
        fixture.server.kit.member(AdminPeopleFixture.email("victim"), AdminPeopleFixture.PASSWORD);
        String key = fixture.id("victim").toString();
        fixture.auth.admin().create(AccountDraft.ofUsername(key).withEmail("decoy@example.com"));
        assertThat(root.open("/admin/sessions?user=" + key).body())
                .contains("victim@example.com")
                .doesNotContain("decoy@example.com");
    }

    @Test
    void sessions_are_narrowed_to_active_or_ended_ones() {
        fixture.auth.admin().endSessions(fixture.id("ana"));
        fixture.id("bea");
        String all = root.open("/admin/sessions").body();
        assertThat(all).contains(ACTIVE, ENDED, "href=\"" + MOUNT + "/admin/sessions?status=active\"");
        assertThat(all).as("no index by time").doesNotContain("name=\"from\"");
        assertThat(root.open("/admin/sessions?status=active").body())
                .contains(ACTIVE, "status=active\" aria-current=\"true\"", "name=\"status\" value=\"active\"")
                .doesNotContain(ENDED);
        assertThat(root.open("/admin/sessions?status=ended&user=" + ANA).body())
                .contains(ENDED, "/admin/sessions?user=" + fixture.id("ana") + "&amp;status=active")
                .doesNotContain(ACTIVE);
        assertThat(root.open("/admin/sessions?status=sent").body())
                .as("no state of a session")
                .contains(ACTIVE, ENDED);
        assertThat(root.open("/admin/sessions?status=ended&user=" + BEA).body())
                .contains("No entries match. Clear the filter to see more.");
    }

    @Test
    void codes_and_messages_are_narrowed_to_days() {
        fixture.server.kit.deliver();
        for (String path : List.of("/admin/codes", "/admin/email-log")) {
            assertThat(root.open(path + "?from=2020-01-01").body())
                    .contains(ANA, "name=\"from\" type=\"date\" value=\"2020-01-01\"");
            assertThat(root.open(path + "?until=2020-01-01").body())
                    .doesNotContain(ANA)
                    .contains("No entries match.");
            assertThat(root.open(path + "?from=nonsense").body()).contains(ANA).doesNotContain("value=\"nonsense\"");
        }
        assertThat(root.open("/admin/email-log?status=failed").body()).doesNotContain(ANA);
        assertThat(root.open("/admin/email-log?status=sent").body()).contains(ANA, "Provider: ");
    }

    @Test
    void the_next_page_keeps_the_filter() {
        for (int i = 0; i < 90; i++) {
            fixture.id("ana");
        }
        String page = root.open("/admin/sessions?status=ended&user=" + ANA).body();
        String next = page.replaceFirst("(?s).*rel=\"next\" href=\"" + MOUNT + "([^\"]*)\".*", "$1");
        assertThat(next).startsWith("/admin/sessions?user=" + fixture.id("ana") + "&amp;status=ended&amp;after=");
        assertThat(root.open(next.replace("&amp;", "&")).body())
                .contains(ENDED, ">First page</a>", "value=\"" + ANA + "\"")
                .doesNotContain(BEA, "rel=\"next\"");
    }

    @Test
    void a_session_is_ended_alone_with_a_reason() {
        Caller first = caller();
        Caller other = caller();
        String id = first.user().toString();
        String page = root.open("/admin/sessions?user=" + ANA).body();
        assertThat(page).contains("name=\"account\" value=\"" + first.session() + "\"", ">End</button>");
        Map<String, String> form = Map.of("id", id, "account", first.session().value(), "reason", "ticket 1");
        assertThat(root.open("/admin/user/end-session?id=" + id + "&account=" + first.session())
                        .body())
                .contains("End this session of " + ANA + "?", "value=\"" + first.session() + "\"");
        HttpResponse<String> done = root.submitAndFollow("/admin/user/end-session", form);
        assertThat(done.body())
                .contains("A session of " + ANA + " has ended.", "value=\"" + other.session() + "\"")
                .doesNotContain("value=\"" + first.session() + "\"");
        assertThat(root.submit("/admin/user/end-session", form).statusCode())
                .as("once more")
                .isEqualTo(409);
        assertThat(fixture.auth.sessions().list(other).toString())
                .contains(other.session().value());
    }

    @Test
    void the_own_session_has_no_button_and_staff_have_one_by_their_permission() {
        Caller ana = caller();
        String own =
                root.open("/admin/sessions?user=" + AdminPeopleFixture.ROOT).body();
        assertThat(own).contains(ACTIVE).doesNotContain(">End</button>");
        String sessions = "/admin/user?tab=sessions&id=" + ana.user();
        assertThat(fixture.staff("reader").open(sessions).body())
                .contains("id=\"sessions\"")
                .doesNotContain(">End</button>");
        assertThat(root.open(sessions).body()).contains(">End</button>");
    }

    private Caller caller() {
        String token = fixture.server
                .kit
                .signIn(ANA, AdminPeopleFixture.PASSWORD)
                .tokens()
                .access()
                .reveal();
        return fixture.auth.sessions().authenticate(token).orElseThrow();
    }
}
