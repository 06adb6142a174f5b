package dev.lockstile.auth.pages;

import static dev.lockstile.auth.pages.PagesServer.MOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.event.Actor;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A page asks before each act on the account of another user, and the trail says who acted and why. */
final class AdminQuestionPagesTest {

    private static final String ROOT = "root@example.com";
    private static final String ANA = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final List<String> ACTS = List.of(
            "disable",
            "enable",
            "delete",
            "restore",
            "end-sessions",
            "require-password",
            "temporary-password",
            "invite");

    private final List<AuthEvent> events = new CopyOnWriteArrayList<>();
    private PagesServer server;
    private String ana;

    @BeforeEach
    void begin() {
        AuthTestKit kit = AuthTestKit.of(Auth.builder(new InMemoryAuthStore())
                .settings(AuthTestKit.settings())
                .audit(events::add));
        server = new PagesServer(kit, PageSettings.defaults().withAdministration(this::page));
        superuser("root");
        kit.member(ANA, PASSWORD);
        ana = kit.signIn(ANA, PASSWORD).user().id().toString();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private String superuser(String name) {
        NewAdmin admin = new NewAdmin(name + "@example.com", Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER);
        Auth auth = server.kit.auth();
        if (name.equals("root")) {
            auth.admin().createFirstSuperuser(admin);
        } else {
            String token = server.kit.signIn(ROOT, PASSWORD).tokens().access().reveal();
            auth.admin()
                    .createAdministratorAs(auth.sessions().authenticate(token).orElseThrow(), admin);
        }
        return server.kit.signIn(name + "@example.com", PASSWORD).user().id().toString();
    }

    private AdminLists.Page page(AdminLists.Table list, AdminLists.Query query) {
        String user = query.user() == null ? ana : query.user();
        Map<String, Object> row = Map.of("id", user, "email", ANA, "name", "Ana Ruiz", "superuser", !user.equals(ana));
        boolean has = list == AdminLists.Table.USERS || list == AdminLists.Table.SESSIONS;
        return new AdminLists.Page(List.of("id", "email"), has ? List.of(row) : List.of(), null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "pt", "de", "fr"})
    void each_act_is_asked_about_by_name_and_changes_nothing_yet(String language) {
        PagesBrowser root = server.browser(language).signedIn(ROOT, PASSWORD);
        for (String act : ACTS) {
            HttpResponse<String> asked = root.open("/admin/user/" + act + "?id=" + ana + "&reason=planted");
            assertThat(asked.statusCode()).as(act).isEqualTo(200);
            assertThat(asked.body())
                    .contains(ANA, "name=\"id\" value=\"" + ana + "\"", "name=\"reason\"", "action=\"" + MOUNT)
                    .doesNotContain("ask.", "planted", "{0}");
        }
        server.kit.signIn(ANA, PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({
        "en,Cancel,ticket",
        "es,Cancelar,ticket",
        "pt,Cancelar,chamado",
        "de,Abbrechen,Ticket",
        "fr,Annuler,ticket"
    })
    void a_question_names_the_person_and_can_be_cancelled(String language, String cancel, String hint) {
        PagesBrowser root = server.browser(language).signedIn(ROOT, PASSWORD);
        String back = "href=\"" + MOUNT + "/admin/user?id=" + ana + "\">";
        for (String act : ACTS) {
            assertThat(root.open("/admin/user/" + act + "?id=" + ana).body())
                    .as(act)
                    .contains("<strong>Ana Ruiz</strong>", hint, back + cancel + "</a>")
                    .doesNotContain(". _ # : / -");
        }
    }

    @Test
    void each_act_has_an_icon_of_its_own_kind() {
        for (String key : Texts.all().get("en").words().keySet()) {
            if (key.matches("ask\\.[a-z-]+\\.button")) {
                String act = key.substring(4, key.length() - ".button".length());
                assertThat(new Question(act, "", "", Map.of(), "").emblem())
                        .as(act)
                        .isNotEqualTo("alert");
            }
        }
        PagesBrowser root = server.browser("en").signedIn(ROOT, PASSWORD);
        assertThat(root.open("/admin/user/disable?id=" + ana).body()).contains("<path d=\"m6 6 12 12\"/>");
    }

    @Test
    void before_a_deletion_the_page_names_what_goes() {
        PagesBrowser root = server.browser("en").signedIn(ROOT, PASSWORD);
        assertThat(root.open("/admin/user/delete?id=" + ana).body()).contains("<dt>Email</dt><dd>" + ANA + "</dd>");
        assertThat(root.open("/admin/user/disable?id=" + ana).body()).doesNotContain("<dl");
    }

    @Test
    void only_what_destroys_is_red() {
        PagesBrowser root = server.browser("en").signedIn(ROOT, PASSWORD);
        for (String act : List.of("disable", "delete", "end-sessions", "temporary-password")) {
            assertThat(root.open("/admin/user/" + act + "?id=" + ana).body())
                    .as(act)
                    .contains("emblem bad", "<button class=\"danger\">");
        }
        for (String act : List.of("enable", "restore", "require-password", "reset-password", "invite")) {
            assertThat(root.open("/admin/user/" + act + "?id=" + ana).body())
                    .as(act)
                    .doesNotContain("emblem bad", "class=\"danger\"");
        }
    }

    @Test
    void an_act_wants_a_reason_and_says_what_was_done_to_whom() {
        PagesBrowser root = server.browser("en").signedIn(ROOT, PASSWORD);
        root.open("/admin/user/disable?id=" + ana);
        for (String reason : List.of("", " ", "<b>", "x".repeat(61))) {
            HttpResponse<String> refused = root.submit("/admin/user/disable", Map.of("id", ana, "reason", reason));
            assertThat(refused.statusCode()).as(reason).isEqualTo(400);
            assertThat(refused.body()).contains("id=\"reason-error\"").doesNotContain("<b>\"");
            assertThat(refused.body().contains(". _ # : / -")).isEqualTo(!reason.isBlank());
        }
        server.kit.signIn(ANA, PASSWORD);
        HttpResponse<String> done = root.submitAndFollow("/admin/user/disable", reasoned(ana));
        assertThat(done.body()).contains(ANA + " is disabled, and all sessions have ended.");
        assertThat(root.open("/admin/user?id=" + ana).body()).doesNotContain(" is disabled,");
        assertThat(events)
                .filteredOn(AuthEvent.AccountStatusChanged.class::isInstance)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.user()).hasToString(ana);
                    assertThat(event.actor()).extracting(Actor::reference).isEqualTo("ticket 4711");
                    assertThat(event.actor()).extracting(Actor::user).isNotEqualTo(event.user());
                });
    }

    @Test
    void an_account_is_disabled_until_the_end_of_a_day() {
        PagesBrowser root = server.browser("en").signedIn(ROOT, PASSWORD);
        Instant now = server.kit.clock().instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        for (String wrong : List.of("soon", today.minusDays(1).toString(), "9999-01-01")) {
            root.open("/admin/user/disable?id=" + ana);
            HttpResponse<String> refused =
                    root.submit("/admin/user/disable", Map.of("id", ana, "reason", "ticket 4711", "until", wrong));
            assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
            assertThat(refused.body()).contains("id=\"until-error\"", "value=\"ticket 4711\"");
        }
        server.kit.signIn(ANA, PASSWORD);
        root.open("/admin/user/disable?id=" + ana);
        Map<String, String> form = Map.of("id", ana, "reason", "ticket 4711", "until", today.toString());
        assertThat(root.submitAndFollow("/admin/user/disable", form).body()).contains(ANA + " is disabled");
        Instant end = today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        assertThat(events)
                .filteredOn(AuthEvent.AccountStatusChanged.class::isInstance)
                .singleElement()
                .extracting(AuthEvent::detail)
                .asString()
                .startsWith("disabled (until " + end + ")");
        server.kit.clock().advance(Duration.between(now, end));
        server.kit.signIn(ANA, PASSWORD);
    }

    @Test
    void the_account_is_kept_on_the_way_through_a_sign_in_and_a_proof() {
        String here = "/admin/user/delete?id=" + ana;
        String back = URLEncoder.encode(MOUNT + here, StandardCharsets.UTF_8).replace("%2F", "/");
        PagesBrowser root = server.browser("en");
        assertThat(location(root.open(here))).isEqualTo(MOUNT + "/sign-in?next=" + back);
        assertThat(root.open("/sign-in?next=" + back).body()).contains("name=\"next\" value=\"" + MOUNT + here + "\"");
        Map<String, String> in = Map.of("login", ROOT, "password", PASSWORD, "next", MOUNT + here);
        assertThat(location(root.submit("/sign-in", in))).isEqualTo(MOUNT + here);
        server.kit.clock().advance(Duration.ofMinutes(11));
        assertThat(location(root.open(here))).isEqualTo(MOUNT + "/prove?next=" + back);
        root.open("/prove?next=" + back);
        assertThat(location(root.submit("/prove", Map.of("password", PASSWORD, "next", MOUNT + here))))
                .isEqualTo(MOUNT + here);
        assertThat(root.open(here).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.test",
                "/\\evil.test",
                "https://evil.test",
                "/a?next=https://evil.test",
                "/a?b=c\r\nX: y",
                "/a?<script>",
                "/a#b",
                "/?id=<1>"
            })
    void no_query_leads_to_another_site(String next) {
        PagesBrowser root = server.browser("en");
        root.open("/sign-in");
        HttpResponse<String> answer =
                root.submit("/sign-in", Map.of("login", ROOT, "password", PASSWORD, "next", next));
        assertThat(answer.statusCode() == 400 || location(answer).equals(MOUNT + "/account"))
                .isTrue();
    }

    @Test
    void foreign_forms_and_doubled_fields_do_nothing() {
        PagesBrowser root = server.browser("en").signedIn(ROOT, PASSWORD);
        String other = superuser("second");
        root.open("/admin/user/delete?id=" + ana);
        assertThat(root.submitFromElsewhere("/admin/user/delete", reasoned(ana)).statusCode())
                .isEqualTo(403);
        assertThat(root.submit("/admin/user/delete", Map.of("id", ana, "reason", "ticket 4711", "csrf", "x"))
                        .statusCode())
                .isEqualTo(403);
        root.open("/admin/user/delete?id=" + ana);
        assertThat(root.submit("/admin/user/delete?id=" + other, reasoned(ana)).statusCode())
                .isEqualTo(400);
        server.kit.signIn(ANA, PASSWORD);
    }

    @Test
    void a_superuser_and_the_own_account_stay_as_they_are() {
        String own = server.kit.signIn(ROOT, PASSWORD).user().id().toString();
        String second = superuser("second");
        PagesBrowser root = server.browser("en").signedIn(ROOT, PASSWORD);
        for (String act : ACTS) {
            root.open("/admin/user/" + act + "?id=" + ana);
            assertThat(root.submit("/admin/user/" + act, reasoned(own)).statusCode())
                    .as(act)
                    .isEqualTo(409);
            assertThat(root.open("/admin/user/" + act + "?id=" + second).statusCode())
                    .as(act)
                    .isEqualTo(act.equals("end-sessions") ? 200 : 403);
            root.open("/admin/user/" + act + "?id=" + ana);
            if (!act.equals("end-sessions") && !act.equals("restore")) {
                assertThat(root.submit("/admin/user/" + act, reasoned(second)).statusCode())
                        .as(act)
                        .isEqualTo(403);
            }
        }
        server.kit.signIn("second@example.com", PASSWORD);
    }

    @Test
    void to_other_users_neither_page_nor_account_is_there() {
        PagesBrowser member = server.browser("en").signedIn(ANA, PASSWORD);
        for (String act : ACTS) {
            for (String id : List.of(ana, "1", "987654321", "x")) {
                HttpResponse<String> asked = member.open("/admin/user/" + act + "?id=" + id);
                assertThat(asked.statusCode()).as(act).isEqualTo(404);
                assertThat(asked.body()).doesNotContain("name=\"reason\"");
                member.open("/account");
                assertThat(member.submit("/admin/user/" + act, reasoned(id)).statusCode())
                        .as(act)
                        .isEqualTo(404);
            }
        }
        server.kit.signIn(ANA, PASSWORD);
    }

    @Test
    void a_search_for_more_than_any_column_holds_finds_no_user() {
        PagesBrowser root = server.browser("en").signedIn(ROOT, PASSWORD);
        assertThat(root.open("/admin/users?find=ana").body()).contains(ANA);
        HttpResponse<String> found = root.open("/admin/users?find=" + "x".repeat(321));
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).doesNotContain(ANA);
    }

    @Test
    void ending_the_own_other_sessions_is_asked_about() {
        PagesBrowser browser = server.browser("en").signedIn(ANA, PASSWORD);
        assertThat(browser.open("/account").body())
                .contains("<form method=\"get\" action=\"" + MOUNT + "/account/sessions/end-others\">");
        UserId user = server.kit.auth().userId(ana).orElseThrow();
        HttpResponse<String> asked = browser.open("/account/sessions/end-others");
        assertThat(asked.body()).contains("Sign out everywhere else?").doesNotContain("name=\"reason\"");
        assertThat(ended(user)).isZero();
        assertThat(browser.submitAndFollow("/account/sessions/end-others", Map.of())
                        .statusCode())
                .isEqualTo(200);
        assertThat(ended(user)).isEqualTo(1);
    }

    private long ended(UserId user) {
        return events.stream()
                .filter(event -> event instanceof AuthEvent.SessionEnded && user.equals(event.user()))
                .count();
    }

    private static Map<String, String> reasoned(String id) {
        return Map.of("id", id, "reason", "ticket 4711");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
