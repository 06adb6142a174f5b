package dev.lockstile.auth.pages;

import static dev.lockstile.auth.pages.PagesServer.MOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.event.Actor;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.UserId;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One act on many accounts: a page names them first, and each is told how it ended. */
class AdminBulkActsTest {

    private static final String BULK = "/admin/users/bulk";

    private final AdminPeopleFixture fixture = new AdminPeopleFixture("ana", "bea");
    private final PagesBrowser root = fixture.root();
    private final UserId ana = fixture.id("ana");
    private final UserId bea = fixture.id("bea");

    @AfterEach
    void close() {
        fixture.close();
    }

    private boolean active(UserId user) {
        return fixture.auth.admin().find(user).orElseThrow().status().active();
    }

    /** The fields of the preview's form as a browser sends them. */
    private HttpResponse<String> send(PagesBrowser browser, String act, String reason, Object... users) {
        return browser.submitLists(
                BULK,
                Map.of("act", act, "reason", reason),
                "select",
                IntStream.range(0, users.length)
                        .mapToObj(n -> users[n].toString())
                        .toList());
    }

    @Test
    void a_preview_names_the_accounts_and_changes_nothing() {
        UserId own = fixture.id("root");
        String page = root.open(BULK + "?act=disable&select=" + ana + "&select=" + bea + "&select=" + own
                        + "&select=987654&reason=planted")
                .body();
        assertThat(page)
                .contains("ana@example.com", "bea@example.com", "skipped: your own account", "Disable (2)")
                .contains("A short note, such as a ticket number.", ">Cancel</a>")
                .contains("name=\"select\" value=\"" + ana + "\"")
                .doesNotContain("name=\"select\" value=\"" + own + "\"", "value=\"987654\"", "planted");
        assertThat(active(ana)).isTrue();
    }

    @Test
    void accounts_of_one_name_are_told_apart_by_their_addresses() {
        AccountDraft eva =
                AccountDraft.ofEmail("eva@example.com").withPerson(new Person("Eva", "Sol", null, null, null));
        UserId one = fixture.auth.admin().create(eva).orElseThrow().id();
        assertThat(root.open(BULK + "?act=disable&select=" + one).body())
                .contains("<strong>Eva Sol</strong><br><span class=\"faint\">eva@example.com<");
        assertThat(root.open("/admin/user?tab=sessions&id=" + one).body())
                .contains("<h1>Eva Sol</h1>", "<p>eva@example.com</p>");
    }

    @Test
    void each_account_is_changed_by_itself_and_told_about() {
        fixture.auth.admin().delete(bea);
        UserId own = fixture.id("root");
        root.open(BULK + "?act=disable&select=" + ana);
        fixture.events.clear();
        String page = send(root, "disable", "ticket 7", ana, bea, own, "987654").body();
        assertThat(page)
                .contains(
                        "<h1>Accounts disabled</h1>",
                        "Done for 1 of 4.",
                        ">Back to people</a>",
                        ">done<",
                        ">your own account<")
                .contains(">no such account<");
        assertThat(active(ana)).isFalse();
        assertThat(active(own)).isTrue();
        assertThat(fixture.events)
                .filteredOn(AuthEvent.AccountStatusChanged.class::isInstance)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.user()).isEqualTo(ana);
                    assertThat(event.actor()).extracting(Actor::reference).isEqualTo("ticket 7");
                });
    }

    @Test
    void links_for_a_new_password_are_sent() {
        root.open(BULK + "?act=reset-password&select=" + ana);
        send(root, "reset-password", "ticket 7", ana, bea);
        fixture.server.kit.deliver();
        assertThat(fixture.server.kit.emails().lastLink("bea@example.com").token())
                .isNotEmpty();
    }

    @Test
    void a_reason_is_asked_for_with_the_same_accounts() {
        root.open(BULK + "?act=disable&select=" + ana);
        HttpResponse<String> again = send(root, "disable", " ", ana, bea);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("id=\"reason-error\"", "bea@example.com");
        assertThat(active(ana)).isTrue();
    }

    @Test
    void an_old_proof_is_renewed_first_and_keeps_the_accounts() {
        fixture.server.kit.clock().advance(Duration.ofMinutes(11));
        String location = root.open(BULK + "?act=disable&select=" + ana + "&select=" + bea)
                .headers()
                .firstValue("Location")
                .orElse("");
        assertThat(location)
                .isEqualTo(MOUNT + "/prove?next=" + MOUNT + BULK + "%3Fact%3Ddisable%26select%3D" + ana + "%26select%3D"
                        + bea);
        root.open("/account");
        assertThat(send(root, "disable", "ticket 7", ana).statusCode()).isEqualTo(303);
        assertThat(active(ana)).isTrue();
    }

    @Test
    void a_hundred_accounts_are_the_most_and_their_address_is_a_page_to_come_back_to() {
        String hundred = IntStream.rangeClosed(1, 100)
                .mapToObj(n -> "&select=00000000-0000-0000-0000-000000000" + (100 + n))
                .collect(Collectors.joining());
        assertThat(SitePath.isOwn(MOUNT + BULK + "?act=end-sessions" + hundred)).isTrue();
        assertThat(root.open(BULK + "?act=end-sessions" + hundred).statusCode()).isEqualTo(200);
        assertThat(root.open(BULK + "?act=end-sessions&select=1" + hundred).statusCode())
                .isEqualTo(400);
    }

    @Test
    void without_a_selection_or_an_act_nothing_is_asked() {
        assertThat(root.open(BULK + "?act=disable&status=active").headers().firstValue("Location"))
                .contains(MOUNT + "/admin/users?status=active");
        assertThat(root.open("/admin/users").body()).contains("Select at least one account.");
        assertThat(root.open(BULK + "?act=delete&select=" + ana).statusCode()).isEqualTo(404);
    }

    @Test
    void staff_act_by_their_permission_and_a_refused_act_stands_in_the_trail() {
        PagesBrowser helper = fixture.staff("helper");
        assertThat(helper.open("/admin/users").body())
                .contains("value=\"disable\"")
                .doesNotContain("value=\"end-sessions\"");
        helper.open(BULK + "?act=disable&select=" + ana);
        assertThat(send(helper, "disable", "ticket 7", ana, fixture.id("root")).body())
                .contains("Done for 1 of 2", "not allowed");
        PagesBrowser reader = fixture.staff("reader");
        assertThat(reader.open(BULK + "?act=disable&select=" + bea).statusCode())
                .isEqualTo(404);
        reader.open("/account");
        fixture.events.clear();
        assertThat(send(reader, "disable", "ticket 7", bea).statusCode()).isEqualTo(404);
        assertThat(fixture.events)
                .filteredOn(AuthEvent.Refused.class::isInstance)
                .singleElement()
                .satisfies(event -> assertThat(event.user()).isEqualTo(bea));
        assertThat(active(bea)).isTrue();
    }

    @Test
    void staff_who_may_not_read_accounts_see_their_keys_alone() {
        PagesBrowser closer = fixture.staff("closer");
        String asked = closer.open(BULK + "?act=disable&select=" + ana).body();
        String single = closer.open("/admin/user/disable?id=" + ana).body();
        closer.open(BULK + "?act=disable&select=" + ana);
        String done = send(closer, "disable", "ticket 7", ana).body();
        assertThat(done).contains("Done for 1 of 1");
        for (String page : List.of(asked, single, done)) {
            assertThat(page).contains(ana.toString()).doesNotContain(AdminPeopleFixture.email("ana"));
        }
    }
}
