package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a user shows one tab at a time and reads what that tab shows. */
class AdminUserTabsTest {

    private static final String ROOT = "root@example.com";
    private static final String PASSWORD = "plum-harbour-4417";

    private final Set<AdminLists.Table> looked = EnumSet.noneOf(AdminLists.Table.class);
    private final PagesServer server = PagesServer.with(PageSettings.defaults().withAdministration(this::page));
    private PagesBrowser root;

    private AdminLists.Page page(AdminLists.Table list, AdminLists.Query query) {
        if (query.user() == null) { // the menu asks whether there is a former system
            return new AdminLists.Page(List.of("id"), List.of(), null);
        }
        looked.add(list);
        Map<String, Object> row = new HashMap<>();
        Instant now = server.kit.clock().instant();
        if (list == AdminLists.Table.USERS) {
            row.putAll(Map.of("id", query.user(), "email", "ana@example.com", "active", true));
            row.put("emailVerifiedAt", now);
        } else if (list == AdminLists.Table.SESSIONS) {
            row.putAll(Map.of("id", 1, "user", 7, "client", "WEB", "deviceLabel", "Firefox, Windows"));
            row.putAll(Map.of("createdAt", now.minus(Duration.ofDays(2)), "lastUsedAt", now.minusSeconds(300)));
            row.put("endedAt", now);
            row.put("endReason", EndReason.ENDED_BY_ADMIN);
        } else {
            return new AdminLists.Page(List.of("id"), List.of(), null);
        }
        return new AdminLists.Page(List.copyOf(row.keySet()), List.of(row), null);
    }

    @BeforeEach
    void begin() {
        NewAdmin admin = new NewAdmin(ROOT, Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER);
        server.kit.auth().admin().createFirstSuperuser(admin);
        root = server.browser("en").signedIn(ROOT, PASSWORD);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private String tab(String name) {
        looked.clear();
        return root.open("/admin/user?id=7&tab=" + name).body();
    }

    @Test
    void a_user_opens_at_the_person_with_the_acts_that_cannot_be_taken_back() {
        String page = root.open("/admin/user?id=7").body();
        assertThat(page)
                .contains("id=\"person\"", "id=\"deeds\"", "id=\"danger\"", "tab=person\" aria-current=\"page\"")
                .contains("/admin/user/reset-password", "/admin/user/disable")
                .doesNotContain("id=\"sessions\"", "id=\"ways\"");
        assertThat(looked).containsExactlyInAnyOrder(AdminLists.Table.USERS, AdminLists.Table.PROFILES);
        assertThat(tab("nonsense")).contains("id=\"person\"");
    }

    @Test
    void an_act_has_a_title_its_sentence_and_a_short_button() {
        assertThat(tab("person").replaceAll("\\s*\n\\s*", ""))
                .contains("<strong id=\"deed-require-password\">Require new password</strong><br>"
                        + "<span class=\"faint\">All sessions end.")
                .contains("<button class=\"second small\" aria-describedby=\"deed-require-password\">Require</button>")
                .contains("<strong id=\"deed-temporary-password\">Set temporary password</strong><br>"
                        + "<span class=\"faint\">The temporary password replaces")
                .contains("<strong id=\"deed-disable\">Disable account</strong>")
                .contains("<button class=\"danger small\" aria-describedby=\"deed-disable\">Disable</button>")
                .contains("</span> ID 7</p>")
                .doesNotContain("User 7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "pt", "de", "fr"})
    void each_act_has_its_words_in_each_language(String language) {
        String page = server.browser(language)
                .signedIn(ROOT, PASSWORD)
                .open("/admin/user?id=7")
                .body();
        assertThat(page).doesNotContain("deed.", "ask.user-").contains("id=\"deed-merge\"");
    }

    @Test
    void sessions_are_devices_with_times_in_words() {
        String page = tab("sessions");
        assertThat(page)
                .contains("Firefox on Windows", "last used 5 minutes ago", "signed in 2 days ago")
                .contains("ended by an administrator", ">ended<")
                .doesNotContain("/admin/user/end-sessions", "id=\"danger\"", "ENDED_BY_ADMIN");
        assertThat(looked).containsExactlyInAnyOrder(AdminLists.Table.USERS, AdminLists.Table.SESSIONS);
    }

    @Test
    void ways_in_say_which_address_is_proven() {
        assertThat(tab("ways"))
                .contains("ana@example.com <span class=\"tag good\">verified</span>")
                .doesNotContain(">none<", "<strong>Phone number</strong>");
        assertThat(looked).containsExactlyInAnyOrder(AdminLists.Table.USERS, AdminLists.Table.LEGACY_LINKS);
    }

    @Test
    void a_password_has_the_act_that_asks_for_a_new_one_beside_it() {
        try (AdminPeopleFixture fixture = new AdminPeopleFixture("ana")) {
            String path = "/admin/user?tab=ways&id=" + fixture.id("ana");
            assertThat(fixture.root().open(path).body())
                    .contains("action=\"" + PagesServer.MOUNT + "/admin/user/reset-password\"");
            assertThat(fixture.staff("reader").open(path).body()).doesNotContain("/admin/user/reset-password");
        }
    }

    @Test
    void messages_are_the_codes_and_the_devices_that_take_them() {
        assertThat(tab("messages")).contains("No codes or links yet.", "No devices yet.");
        assertThat(looked)
                .containsExactlyInAnyOrder(AdminLists.Table.USERS, AdminLists.Table.CODES, AdminLists.Table.DEVICES);
    }

    @Test
    void a_language_link_keeps_the_tab() {
        assertThat(tab("ways")).contains("href=\"?id=7&amp;tab=ways&amp;lang=es\"");
    }
}
