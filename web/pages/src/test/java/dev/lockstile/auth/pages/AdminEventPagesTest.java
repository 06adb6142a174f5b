package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.event.AuditRecords.Entry;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.throttle.ThrottleSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit trail in the administration, and what an account's own page shows of it. */
class AdminEventPagesTest {

    private static final String ROOT = "root@example.com";
    private static final String ANA = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    private final ListenedTrail trail = new ListenedTrail();
    private PagesServer server;
    private Auth auth;
    private String ana;
    private PagesBrowser root;

    @BeforeEach
    void begin() {
        InMemoryAuthStore store = new InMemoryAuthStore();
        server = new PagesServer(
                AuthTestKit.of(Auth.builder(store)
                        .settings(AuthTestKit.settings()
                                .withThrottles(ThrottleSettings.owasp().turnEverythingOff()))
                        .audit(trail)
                        .roles(
                                Role.named("auditor").may(AdminPermission.AUDIT_READ),
                                Role.named("editor").may("orders:refund").including("reader"),
                                Role.named("reader").may("orders:read").may(AdminPermission.USERS_READ))),
                PageSettings.defaults().withAdministration(store.adminLists(IdentifierRules.standard())));
        auth = server.kit.auth();
        auth.admin().createFirstSuperuser(new NewAdmin(ROOT, Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER));
        server.kit.member(ANA, PASSWORD);
        ana = server.kit.signIn(ANA, PASSWORD).user().id().toString();
        root = server.browser("en").signedIn(ROOT, PASSWORD);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private PagesBrowser staff(String role) {
        String token = server.kit.signIn(ROOT, PASSWORD).tokens().access().reveal();
        String email = role + "@example.com";
        auth.admin()
                .createAdministratorAs(
                        auth.sessions().authenticate(token).orElseThrow(),
                        new NewAdmin(email, Secret.of(PASSWORD), NewAdmin.Rank.STAFF));
        auth.admin().setRole(server.kit.signIn(email, PASSWORD).user().id(), role);
        return server.browser("en").signedIn(email, PASSWORD);
    }

    private void disabled() {
        root.open("/admin/user/disable?id=" + ana);
        root.submit("/admin/user/disable", Map.of("id", ana, "reason", "ticket 4711"));
    }

    @Test
    void events_are_told_in_words_with_who_did_it_and_why() {
        disabled();
        assertThat(root.open("/admin/events").body())
                .contains("Account disabled", "by root@example.com", "reason: ticket 4711", ">" + ANA + "</a>")
                .doesNotContain("user_updated</strong>", "by user ", "PASSWORD ");
    }

    @Test
    void readers_of_accounts_see_the_device_of_a_session_that_is_over() {
        PagesBrowser member = server.browser("en").saying(FIREFOX).signedIn(ANA, PASSWORD);
        member.open("/account");
        member.submit("/sign-out", Map.of());
        String device = " · Firefox on Linux";
        assertThat(root.open("/admin/events?user=" + ANA).body()).contains(device);
        assertThat(root.open("/admin/user?tab=trail&id=" + ana).body()).contains(device);
        assertThat(staff("auditor").open("/admin/events?user=" + ana).body())
                .contains("Signed out")
                .doesNotContain(device);
    }

    @Test
    void steps_of_a_set_up_are_one_row_and_hide_no_other_entry() {
        for (int i = 0; i < AdminEventPages.SIZE - 1; i++) {
            trail.told.add(new AuthEvent.Done(
                    server.kit.clock().instant(),
                    Operation.FACTOR_CHANGE,
                    auth.userId(ana).orElseThrow(),
                    null));
        }
        assertThat(root.open("/admin/events").body())
                .containsOnlyOnce("<strong>Sign-in method set up, checked or renamed</strong>")
                .contains("24 times", "Signed in with a password");
    }

    @Test
    void ways_and_reasons_are_told_in_the_language_of_the_reader() {
        PagesBrowser stranger = server.browser("en");
        stranger.open("/sign-in");
        stranger.submit("/sign-in", Map.of("login", ANA, "password", "wrong-harbour-4417"));
        assertThat(server.browser("de")
                        .signedIn(ROOT, PASSWORD)
                        .open("/admin/events")
                        .body())
                .contains("Anmeldung abgewiesen: falsches Passwort", "<strong>E-Mail bestätigt")
                .doesNotContain("wrong password", "proven");
    }

    @Test
    void events_are_filtered_by_person_actor_kind_and_day_and_paged() {
        disabled();
        String ofAna = root.open("/admin/events?user=" + ANA).body();
        assertThat(ofAna).contains("Account disabled").doesNotContain(">" + ROOT + "</a>");
        assertThat(root.open("/admin/events?actor=root%40example.com").body())
                .contains("ticket 4711")
                .doesNotContain("<strong>Signed in with a password</strong>");
        assertThat(root.open("/admin/events?kind=authn_login_success").body())
                .contains("<strong>Signed in with a password</strong>")
                .doesNotContain("ticket 4711");
        assertThat(root.open("/admin/events?until=2020-01-01").body()).contains("No events match.");
        assertThat(root.open("/admin/events?user=zoe%40example.com").body()).contains("No events match.");
        for (int n = 0; n < AdminEventPages.SIZE; n++) {
            trail.told.add(new AuthEvent.LimitReached(server.kit.clock().instant(), "LOGIN_IP"));
        }
        String first = root.open("/admin/events").body();
        assertThat(first).contains("rel=\"next\"");
        String next = first.replaceAll("(?s).*rel=\"next\" href=\"" + PagesServer.MOUNT + "([^\"]*)\".*", "$1");
        assertThat(root.open(next.replace("&amp;", "&")).body()).contains(">First page<", "ticket 4711");
    }

    @Test
    void a_kind_that_there_is_not_is_told_and_shows_no_event() {
        assertThat(root.open("/admin/events").body()).doesNotContain("href=\"/shop/account/admin/events\">Clear<");
        assertThat(root.open("/admin/events?kind=sign_in").body())
                .contains("There’s no event type “sign_in”.", "No events match.", ">Clear</a>");
        for (String text : List.of("%3Cb%3ESIGN_IN", "Call+this+number", "sign_in".repeat(9))) {
            String page = root.open("/admin/events?kind=" + text).body();
            assertThat(page.substring(0, page.indexOf("<footer")))
                    .as(text)
                    .contains("There’s no event type “-”.", "No events match.", ">Clear</a>")
                    .doesNotContain("SIGN_IN", "Call this", "sign_insign_in");
        }
        assertThat(root.open("/admin/events?kind=authn_login_success").body())
                .contains("<option value=\"authn_login_success\" selected>", ">Clear</a>")
                .doesNotContain("There’s no event type");
    }

    @Test
    void the_beginning_of_several_names_shows_the_events_of_none() {
        disabled();
        assertThat(root.open("/admin/events?user=ana").body()).contains("ticket 4711");
        server.kit.member("ana@example.community", PASSWORD);
        assertThat(root.open("/admin/events?user=ana").body()).contains("No events match.");
        assertThat(root.open("/admin/events?user=ANA%40example.com").body()).contains("ticket 4711");
    }

    @Test
    void a_user_has_a_tab_with_the_own_trail() {
        disabled();
        String trail = root.open("/admin/user?tab=trail&id=" + ana)
                .body()
                .replaceFirst("(?s).*<div class=\"card trail\">(.*?)</div>\\s*</main>.*", "$1");
        assertThat(trail).contains("ticket 4711", "by root@example.com").doesNotContain(ANA);
    }

    @Test
    void events_stand_under_their_day() {
        server.kit.clock().advance(Duration.ofDays(1));
        root = server.browser("en").signedIn(ROOT, PASSWORD);
        disabled();
        String page = root.open("/admin/events").body();
        assertThat(page)
                .containsSubsequence(
                        "<h2 class=\"day faint\">2 March 2026</h2><ul class=\"rows\">",
                        "Account disabled",
                        "</ul><h2 class=\"day faint\">1 March 2026</h2>",
                        "Signed in with a password",
                        "<time datetime=\"2026-03-01T12:00:00Z\" title=\"1 Mar 2026, 12:00 UTC\">");
    }

    @Test
    void the_permission_to_read_events_opens_them_and_nothing_else() {
        PagesBrowser auditor = staff("auditor");
        assertThat(auditor.open("/admin/events").body()).contains("Sign-in").doesNotContain(ANA, "/admin/users");
        assertThat(auditor.open("/admin/users").statusCode()).isEqualTo(404);
        PagesBrowser reader = staff("reader");
        assertThat(reader.open("/admin/events").statusCode()).isEqualTo(404);
        assertThat(reader.open("/admin/user?tab=trail&id=" + ana).body())
                .contains("id=\"person\"")
                .doesNotContain("tab=trail\"");
        assertThat(server.browser("en")
                        .signedIn(ANA, PASSWORD)
                        .open("/admin/events")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void roles_are_shown_with_what_they_permit_and_who_has_them() {
        assertThat(root.open("/admin/roles").body())
                .contains(">orders:refund<", "title=\"lockstile:audit.read\"")
                .contains("/admin/users?role=editor", "Includes <span class=\"tag\">reader</span>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "second factor totp",
                "second factor passkey",
                "second factor recovery_code",
                "totp added at sign-in",
                "passkey added at sign-in",
                "passkey removed",
                "recovery codes made",
                "reset asked for",
                "old token",
                "profile created",
                "profile deleted",
                "picture changed",
                "email change asked",
                "phone change asked",
                "deleted by owner",
                "deletion scheduled by owner",
                "deletion taken back by owner",
                "began",
                "ASK_FACTOR",
                "REFUSE",
                "no open ticket"
            })
    void what_the_library_writes_is_told_in_each_language(String detail) {
        assertThat(Stream.of("es", "pt", "de", "fr")
                        .map(language -> new EventWords(Texts.all().get(language)).phrase(detail)))
                .doesNotContain(detail)
                .doesNotHaveDuplicates();
    }

    @Test
    void an_operation_that_the_title_tells_is_not_told_again() {
        Entry renewed = new Entry(1, Instant.EPOCH, "session_renewed", true, null, null, "REFRESH", null);
        assertThat(new EventWords(Texts.all().get("en")).of(renewed)).containsEntry("detail", "");
    }

    @Test
    void every_name_of_an_event_is_told_in_every_language() {
        Texts.all()
                .values()
                .forEach(texts -> assertThat(new EventWords(texts).kinds())
                        .hasSizeGreaterThanOrEqualTo(Operation.values().length)
                        .allSatisfy(kind -> assertThat(kind.get("text")).doesNotContain("authn", "event.", "user ")));
        assertThat(trail.told).extracting(AuthEvent::name).isSubsetOf(EventWords.names());
        assertThat(EventWords.names())
                .contains("authn_impersonation", "authn_risk_assessed", "authn_sign_in_disowned", "sys_audit_cut");
    }
}
