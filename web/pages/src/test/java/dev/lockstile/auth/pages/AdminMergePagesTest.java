package dev.lockstile.auth.pages;

import static dev.lockstile.auth.pages.PagesServer.MOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.UserId;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page by which staff merge two accounts of one person. */
final class AdminMergePagesTest {

    private static final String PATH = "/admin/user/merge";

    private final AdminPeopleFixture fixture = new AdminPeopleFixture("ana", "bea");
    private String ana;
    private String bea;

    @BeforeEach
    void begin() {
        ana = fixture.id("ana").toString();
        bea = fixture.id("bea").toString();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void the_other_account_is_searched_and_both_are_merged_after_a_preview() {
        PagesBrowser root = fixture.root();
        String cara = opened(AccountDraft.ofPhone("+5215512345678").vouchingForIdentifiers());
        assertThat(root.open("/admin/user?id=" + cara).body()).contains(PATH);
        assertThat(root.open(PATH + "?id=" + cara).body())
                .contains("name=\"find\"")
                .doesNotContain("name=\"reason\"");
        assertThat(root.open(PATH + "?id=" + cara + "&find=bea").body())
                .contains("bea@example.com", "name=\"account\" value=\"" + bea + "\"")
                .doesNotContain("ana@example.com");
        assertThat(root.open(PATH + "?id=" + cara + "&find=nothing").body()).contains("No account matches");
        assertThat(root.open(PATH + "?id=" + cara + "&account=" + bea).body())
                .contains("Sign-in details</dt><dd>Phone", "name=\"reason\"", "Profiles</dt><dd>1");
        HttpResponse<String> done = root.submitAndFollow(PATH, form(cara, bea, "ticket 1"));
        assertThat(done.body()).contains("Accounts merged into bea@example.com", "+52 55 1234 5678");
        assertThat(root.open(PATH + "?id=" + cara).statusCode()).isEqualTo(404);
        assertThat(fixture.events)
                .extracting(AuthEvent::detail)
                .anyMatch(text -> text != null && text.startsWith("deleted (merged into user " + bea + "), by user"));
    }

    @Test
    void what_speaks_against_a_merge_is_said_in_words() {
        PagesBrowser root = fixture.root();
        String open = opened(AccountDraft.ofEmail("open@example.com"));
        assertThat(root.open(PATH + "?id=" + ana + "&account=" + ana).body())
                .contains("You can’t merge an account with itself.");
        assertThat(root.open(PATH + "?id=" + ana + "&account=" + open).body())
                .containsSubsequence(
                        "The account to keep has no verified email address or phone number.",
                        "<span class=\"tag bad\">will be deleted</span>",
                        "<span class=\"tag good\">will be kept</span>")
                .doesNotContain("name=\"reason\"");
        String own =
                auth().sessions().authenticate(token()).orElseThrow().user().toString();
        assertThat(root.open(PATH + "?id=" + ana + "&account=" + own).body())
                .contains("You can’t merge these accounts");
        root.open(PATH + "?id=" + ana + "&account=" + bea);
        HttpResponse<String> refused = root.submit(PATH, form(ana, open, "ticket 1"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("has no verified email address");
        assertThat(root.submit(PATH, form(ana, own, "ticket 1")).body()).contains("You can’t merge these accounts");
        auth().admin().delete(auth().userId(bea).orElseThrow());
        HttpResponse<String> gone = root.submit(PATH, form(ana, bea, "ticket 1"));
        assertThat(gone.statusCode()).isEqualTo(409);
        assertThat(gone.body()).contains("One of the accounts no longer exists.");
        assertThat(auth().admin().find(auth().userId(ana).orElseThrow())).isPresent();
    }

    @Test
    void accounts_of_one_name_are_told_apart_by_their_addresses() {
        Person eva = new Person("Eva", "Sol", null, null, null);
        String one = opened(AccountDraft.ofEmail("one@example.com").withPerson(eva));
        String two = opened(AccountDraft.ofEmail("two@example.com").withPerson(eva));
        String named = "<strong>Eva Sol</strong><br><span class=\"faint\">";
        assertThat(fixture.root().open(PATH + "?id=" + one + "&account=" + two).body())
                .contains(named + "one@example.com<", named + "two@example.com<");
    }

    @Test
    void a_merge_has_a_reason_and_a_recent_proof() {
        PagesBrowser root = fixture.root();
        root.open(PATH + "?id=" + ana + "&account=" + bea);
        for (String wrong : List.of("", "<b>")) {
            HttpResponse<String> again = root.submit(PATH, form(ana, bea, wrong));
            assertThat(again.statusCode()).isEqualTo(400);
            assertThat(again.body()).contains("id=\"reason-error\"", "Merge accounts");
        }
        fixture.server.kit.clock().advance(Duration.ofMinutes(11));
        for (HttpResponse<String> away : List.of(
                root.submit(PATH, form(ana, bea, "ticket 1")), root.open(PATH + "?id=" + ana + "&account=" + bea))) {
            assertThat(away.headers().firstValue("Location").orElse("")).startsWith(MOUNT + "/prove?next=");
        }
        assertThat(auth().admin().find(auth().userId(ana).orElseThrow())).isPresent();
    }

    @Test
    void staff_merge_by_the_permission_and_see_names_by_another() {
        PagesBrowser reader = fixture.staff("reader");
        assertThat(reader.open("/admin/user?id=" + ana).body()).doesNotContain(PATH);
        assertThat(reader.open(PATH + "?id=" + ana).statusCode()).isEqualTo(404);
        assertThat(reader.submit(PATH, form(ana, bea, "ticket 1")).statusCode()).isEqualTo(404);
        assertThat(fixture.events)
                .anyMatch(event -> event instanceof AuthEvent.Refused refused
                        && refused.actor() != null
                        && "ticket 1".equals(refused.actor().reference()));
        PagesBrowser merger = fixture.staff("merger");
        assertThat(merger.open(PATH + "?id=" + ana + "&find=bea").body()).contains("No account matches");
        assertThat(merger.open(PATH + "?id=" + ana + "&find=" + bea).body())
                .contains("name=\"account\" value=\"" + bea + "\"")
                .doesNotContain("bea@example.com", "ana@example.com");
        merger.open(PATH + "?id=" + ana + "&account=" + bea);
        assertThat(merger.submit(PATH, form(ana, bea, "ticket 1")).statusCode()).isEqualTo(303);
        assertThat(auth().admin().find(auth().userId(ana).orElseThrow())).isEmpty();
    }

    private Auth auth() {
        return fixture.auth;
    }

    private String token() {
        return fixture.server
                .kit
                .signIn(AdminPeopleFixture.ROOT, AdminPeopleFixture.PASSWORD)
                .tokens()
                .access()
                .reveal();
    }

    private String opened(AccountDraft draft) {
        UserId id = auth().admin().create(draft).orElseThrow().id();
        return id.toString();
    }

    private static Map<String, String> form(String from, String into, String reason) {
        return Map.of("id", from, "account", into, "reason", reason);
    }
}
