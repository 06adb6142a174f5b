package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.apikey.ApiKeySettings;
import dev.lockstile.auth.event.Actor;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.impersonation.ImpersonationSettings;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.testkit.TestSocialProvider;
import dev.lockstile.auth.testkit.TotpGenerator;
import dev.lockstile.auth.throttle.ThrottleSettings;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every page with every kind of caller: one expected answer each. The rows are made from the routes; a page without a
 * row fails, as does a row without a page.
 */
class PageAuthorizationMatrixTest {

    /** Has to set a second factor up at each sign-in. */
    private static final String ENROLLING = "enrolling@example.com";

    /** What any visitor may ask for; the message goes to the address of the registration. */
    private static final String RESEND = "POST /admin/user/resend";

    /** Reads, so that no reason is asked for, and the event is the reader's own. */
    private static final String EXPORT = "POST /admin/users/csv";

    /** Of things that the caller has none of, and the end of a way that begins elsewhere. */
    private static final Set<String> OF_NOTHING_HERE = Set.of(
            "/account/api-keys/revoke",
            "/account/api-keys/rotate",
            "/account/profile",
            "/account/social/unlink",
            "/admin/user/service-key",
            "/social/finish");

    private static final String END_ALL = "POST /admin/sessions/end-all";
    private static final String ACT = "POST /admin/user/impersonate";
    private static final String PASSWORD = "plum-harbour-4417";

    private static final Set<String> WITHOUT_SESSION = Set.of("none", "disabled", "deleted", "out", "mid-enrolment");

    private final Map<String, PagesBrowser> callers = new LinkedHashMap<>();
    private final ListenedTrail trail = new ListenedTrail();
    private PagesServer server;
    private Routes routes;
    private Auth auth;
    private UserId root;
    private String ana;
    private String other;

    @BeforeEach
    void begin() {
        InMemoryAuthStore store = new InMemoryAuthStore();
        Role[] each = Stream.of(AdminPermission.values())
                .map(permission -> Role.named(word(permission)).may(permission))
                .toArray(Role[]::new);
        PageSettings settings =
                PageSettings.defaults().withAdministration(store.adminLists(IdentifierRules.standard()));
        AuthTestKit kit = AuthTestKit.of(Auth.builder(store)
                .settings(AuthTestKit.settings()
                        .withThrottles(ThrottleSettings.owasp().turnEverythingOff()))
                .secondFactors(SecondFactorSettings.optional()
                        .allowTrustedBrowsers()
                        .requiredOf((user, profiles) -> ENROLLING.equals(user.email())))
                .impersonation(ImpersonationSettings.standard().allowOneFactor())
                .social(SocialSettings.of(TestSocialProvider.named("corp")).returningTo("https://acme.example"))
                .apiKeys(ApiKeySettings.withPrefix("acme"))
                .audit(trail)
                .roles(Role.named("exporter").may("orders:read").forPrograms())
                .roles(each));
        server = new PagesServer(kit, settings);
        auth = kit.auth();
        routes = PageRoutes.of(auth, settings);
        people();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static String word(AdminPermission permission) {
        return "only-" + permission.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void people() {
        root = auth.admin()
                .createFirstSuperuser(new NewAdmin("root@example.com", Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER))
                .orElseThrow()
                .id();
        for (String name : Stream.of("ana", "other", "member", "disabled", "deleted", "out")
                .toList()) {
            server.kit.member(name + "@example.com", PASSWORD);
        }
        ana = id("ana").toString();
        other = id("other").toString();
        callers.put("none", server.browser("en"));
        for (String name :
                Stream.of("member", "disabled", "deleted", "out", "root").toList()) {
            callers.put(name, in(name));
        }
        callers.get("none").open("/sign-in");
        auth.admin().disable(id("disabled"));
        auth.admin().delete(id("deleted"));
        auth.admin().endSessions(id("out"));
        server.kit.member(ENROLLING, PASSWORD);
        callers.put("mid-enrolment", midEnrolment());
        callers.put("staff", staff("plain", "USER", NewAdmin.Rank.STAFF));
        for (AdminPermission each : AdminPermission.values()) {
            callers.put(each.name(), staff(word(each), word(each), NewAdmin.Rank.STAFF));
        }
        callers.put("superuser at one factor", staff("second", "USER", NewAdmin.Rank.SUPERUSER));
        enrol(callers.get("superuser at one factor"));
    }

    /** Has shown a right password, and is asked to set a factor up. */
    private PagesBrowser midEnrolment() {
        PagesBrowser browser = server.browser("en");
        browser.open("/sign-in");
        HttpResponse<String> asked = browser.submit("/sign-in", Map.of("login", ENROLLING, "password", PASSWORD));
        assertThat(asked.headers().firstValue("Location")).contains(PagesServer.MOUNT + "/second-factor/enrol");
        browser.open("/second-factor/enrol");
        return browser;
    }

    /** Shows the account of the member as its owner sees it. */
    private PagesBrowser acting() {
        PagesBrowser browser = callers.get("root").twin();
        Map<String, String> form = Map.of("id", id("member").toString(), "reason", "ticket 1");
        assertThat(browser.submit("/admin/user/impersonate", form).headers().firstValue("Location"))
                .contains(PagesServer.MOUNT + "/account");
        browser.open("/account");
        return browser;
    }

    /** The session that sets an application up goes on, and has shown one factor. */
    private void enrol(PagesBrowser browser) {
        browser.open("/account/totp");
        HttpResponse<String> page = browser.submit("/account/totp", Map.of());
        TotpGenerator phone = TotpGenerator.of(TotpPagesFixture.found(TotpPagesFixture.KEY, page), server.kit.clock());
        browser.submit(
                "/account/totp/confirm",
                Map.of("enrolment", TotpPagesFixture.found(TotpPagesFixture.ENROLMENT, page), "code", phone.code()));
    }

    private PagesBrowser in(String name) {
        PagesBrowser browser = server.browser("en").signedIn(name + "@example.com", PASSWORD);
        browser.open("/account");
        return browser;
    }

    private PagesBrowser staff(String name, String role, NewAdmin.Rank rank) {
        String token = server.kit
                .signIn("root@example.com", PASSWORD)
                .tokens()
                .access()
                .reveal();
        auth.admin()
                .createAdministratorAs(
                        auth.sessions().authenticate(token).orElseThrow(),
                        new NewAdmin(name + "@example.com", Secret.of(PASSWORD), rank));
        auth.admin().setRole(id(name), role);
        return in(name);
    }

    private UserId id(String name) {
        return server.kit.signIn(name + "@example.com", PASSWORD).user().id();
    }

    private Set<String> pages() {
        return Stream.concat(
                        routes.readable().stream().map(path -> "GET " + path),
                        routes.writable().stream().map(path -> "POST " + path))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOfMembers(String page) {
        return page.contains(" /account")
                || page.endsWith(" /second-factor/kept")
                || page.endsWith(" " + ActingPages.STOP)
                || page.endsWith(" /prove")
                || page.endsWith(" /prove/code");
    }

    @Test
    void every_page_has_a_row() {
        Set<String> open = pages();
        open.removeIf(page -> isOfMembers(page) || page.contains(" /admin"));
        assertThat(open).isEqualTo(new TreeSet<>(PagePermissions.OPEN));
        assertThat(PagePermissions.ADMINISTRATION.keySet())
                .isEqualTo(pages().stream()
                        .filter(page -> page.contains(" /admin"))
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(PagePermissions.ADMINISTRATION.values())
                .as("permissions that pages ask for")
                .contains("USERS_READ", "USERS_EXPORT", "USERS_DISABLE", "USERS_DELETE", "SESSIONS_END")
                .contains(
                        "PASSWORDS_RESET",
                        "FACTORS_RESET",
                        "LINKS_MANAGE",
                        "AUDIT_READ",
                        "USERS_CREATE",
                        "USERS_MERGE",
                        "PROGRAMS_MANAGE");
    }

    @Test
    void without_a_session_that_lives_every_page_but_the_open_ones_leads_to_the_sign_in() {
        for (String caller : WITHOUT_SESSION) {
            for (String page : pages()) {
                HttpResponse<String> answer = call(callers.get(caller).twin(), page, "ticket 1");
                String location = answer.headers().firstValue("Location").orElse("");
                assertThat(location.startsWith(PagesServer.MOUNT + "/sign-in?next="))
                        .as("%s by %s: %d %s", page, caller, answer.statusCode(), location)
                        .isEqualTo(!PagePermissions.OPEN.contains(page));
            }
        }
    }

    @Test
    void each_page_of_the_administration_opens_for_its_permission_and_no_other() {
        PagePermissions.ADMINISTRATION.forEach((page, permission) -> callers.forEach((caller, browser) -> {
            if (WITHOUT_SESSION.contains(caller)) {
                return;
            }
            boolean may = caller.equals("root") || caller.equals(permission);
            boolean ends = page.equals(END_ALL) && may; // the other callers' sessions stay
            HttpResponse<String> answer = call(browser.twin(), page, ends ? "" : "ticket 1");
            String location = answer.headers().firstValue("Location").orElse("");
            if (caller.equals("superuser at one factor") && page.equals(ACT)) {
                assertThat(answer.statusCode()).isEqualTo(403); // the proof would not be enough
            } else if (caller.equals("superuser at one factor")) {
                assertThat(location)
                        .as("%s by %s: %d", page, caller, answer.statusCode())
                        .startsWith(PagesServer.MOUNT + "/prove?next=");
            } else if (page.equals("GET /admin") && PagePermissions.HOMES.containsKey(caller)) {
                assertThat(location).as(caller).isEqualTo(PagesServer.MOUNT + PagePermissions.HOMES.get(caller));
            } else if (!may || !page.startsWith("POST /admin/user/social/")) { // there is no account at another site
                assertThat(answer.statusCode() == 404)
                        .as("%s by %s: %d %s", page, caller, answer.statusCode(), location)
                        .isEqualTo(!may);
            }
        }));
    }

    /** A link to another language leads to the address of the form; it changes nothing and loses no one. */
    @Test
    void every_address_that_takes_a_form_leads_to_a_page_when_it_is_opened() {
        Map<String, Object> dead = new LinkedHashMap<>();
        for (String path : routes.writable()) {
            PagesBrowser browser = callers.get("root").twin();
            trail.told.clear();
            HttpResponse<String> opened = browser.open(path + "?act=disable&select=" + ana + "&id=" + ana);
            for (int steps = 0; opened.statusCode() == 303 && steps < 4; steps++) {
                opened = browser.openOnSite(
                        opened.headers().firstValue("Location").orElseThrow());
            }
            boolean leads = opened.statusCode() == 200 && trail.told.isEmpty();
            if (leads == OF_NOTHING_HERE.contains(path)) {
                dead.put(path, opened.statusCode() + " " + trail.told);
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void each_form_of_the_administration_stands_in_the_trail_with_who_sent_it_and_why() {
        Map<String, Object> untold = new LinkedHashMap<>();
        List<String> acts = new ArrayList<>(PagePermissions.ADMINISTRATION.keySet());
        Collections.swap(acts, acts.indexOf(END_ALL), acts.size() - 1); // it ends the session of the caller as well
        for (String page : acts) {
            if (page.startsWith("POST") && !page.equals(RESEND)) {
                trail.told.clear();
                HttpResponse<String> answer = call(callers.get("root").twin(), page, "ticket 1");
                if (trail.told.stream().noneMatch(event -> isTold(page, event))) {
                    untold.put(page, answer.statusCode() + " " + trail.told);
                }
            }
        }
        assertThat(untold).isEmpty();
    }

    private boolean isTold(String page, AuthEvent event) {
        Actor actor = event.actor();
        return page.equals(EXPORT)
                ? root.equals(event.user())
                : actor != null && actor.user().equals(root) && "ticket 1".equals(actor.reference());
    }

    @Test
    void staff_who_act_for_an_account_send_no_form_of_its_owner_and_see_no_page_of_the_administration() {
        PagesBrowser acting = acting();
        for (String page : pages()) {
            if (PagePermissions.OPEN.contains(page)) {
                continue;
            }
            boolean form = page.startsWith("POST");
            boolean open = form && Routes.OPEN_TO_ACTORS.contains(page.substring("POST ".length()));
            HttpResponse<String> answer = call(open ? acting() : acting.twin(), page, "ticket 1");
            String location = answer.headers().firstValue("Location").orElse("");
            // pages are shown as their owner sees them, but those that want a proof, which is the owner's
            int expected =
                    form ? 403 : call(callers.get("member").twin(), page, "").statusCode();
            boolean proves = !form && location.startsWith(PagesServer.MOUNT + "/prove?next=");
            assertThat(answer.statusCode() == expected || proves)
                    .as("%s: %d %s", page, answer.statusCode(), location)
                    .isEqualTo(!open);
            assertThat(location).as(page).doesNotStartWith(PagesServer.MOUNT + "/sign-in");
        }
    }

    /** With fields by which the act would be done, to an account that each time is as the act wants it. */
    private HttpResponse<String> call(PagesBrowser browser, String page, String reason) {
        String path = page.substring(page.indexOf(' ') + 1);
        if (page.startsWith("GET")) {
            return browser.open(path + "?act=disable&select=" + ana + "&id=" + ana);
        }
        auth.userId(ana).ifPresent(user -> {
            auth.admin().restore(user);
            auth.admin().enable(user);
        });
        Map<String, String> form = new LinkedHashMap<>(
                Map.of("id", ana, "select", ana, "act", "disable", "reason", reason, "email", "ana@example.com"));
        form.put("recipient", "invited@example.com");
        form.put("account", other);
        form.put("username", "nightly");
        form.put("role", "unknown");
        return browser.submit(path, form);
    }
}
