package dev.lockstile.auth.pages;

import static dev.lockstile.auth.pages.PagesServer.MOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.event.Actor;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.factor.SecondFactors.TotpEnrolment;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.testkit.TotpGenerator;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientEvidence;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A superuser takes the second factors of a user away, after a question and for a reason. */
final class AdminFactorResetPagesTest {

    private static final String ROOT = "root@example.com";
    private static final String ANA = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final String RESET = "/admin/user/reset-factors";
    private static final String KEEP = "/admin/user/keep-factors";

    private static final String UNKNOWN = "987654321";

    private final Set<String> superusers = new CopyOnWriteArraySet<>();
    private final List<AuthEvent> events = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "pt"})
    void the_reset_is_asked_about_and_changes_nothing_yet(String language) {
        try (PagesServer server = server(Duration.ZERO)) {
            String ana = enrolled(server);
            PagesBrowser root = server.browser(language).signedIn(ROOT, PASSWORD);
            assertThat(root.open("/admin/user?id=" + ana).body())
                    .contains("<form method=\"get\" action=\"" + MOUNT + RESET + "\">")
                    .doesNotContain(MOUNT + KEEP);
            for (String path : List.of(RESET, KEEP)) {
                HttpResponse<String> asked = root.open(path + "?id=" + ana);
                assertThat(asked.statusCode()).as(path).isEqualTo(200);
                assertThat(asked.body()).contains(ANA, "name=\"reason\"").doesNotContain("ask.", "{0}");
            }
            assertThat(root.submit(RESET, Map.of("id", ana, "reason", "")).statusCode())
                    .isEqualTo(400);
            assertThat(asksForFactor(server)).isTrue();
        }
    }

    @Test
    void the_reset_takes_the_factors_away_and_the_trail_says_who_did_it_and_why() {
        try (PagesServer server = server(Duration.ZERO)) {
            String ana = enrolled(server);
            PagesBrowser root = server.browser("en").signedIn(ROOT, PASSWORD);
            root.open(RESET + "?id=" + ana);
            assertThat(root.submitAndFollow(RESET, reasoned(ana)).body())
                    .contains("The second factors of " + ANA + " are removed, and all sessions have ended.");
            assertThat(asksForFactor(server)).isFalse();
            assertThat(changes())
                    .last()
                    .satisfies(event -> assertThat(event.actor())
                            .extracting(Actor::reference)
                            .isEqualTo("ticket 4711"));
        }
    }

    @Test
    void ways_in_tell_what_there_is_of_each_and_no_secret() {
        try (PagesServer server = server(Duration.ZERO)) {
            String ana = enrolled(server);
            PagesBrowser root = server.browser("en").signedIn(ROOT, PASSWORD);
            String ways = "/admin/user?tab=ways&id=" + ana;
            assertThat(root.open(ways).body())
                    .contains("<strong>Password</strong>", "<strong>Authenticator app</strong>", "10 codes left")
                    .contains("/admin/user/reset-factors")
                    .doesNotContain("otpauth", "id=\"legacy-links\"");
            root.open(RESET + "?id=" + ana);
            root.submitAndFollow(RESET, reasoned(ana));
            assertThat(root.open(ways).body())
                    .contains("Not set up: <span class=\"tag\">Authenticator app</span>")
                    .doesNotContain("codes left", "<strong>Authenticator app</strong>", "/admin/user/reset-factors");
        }
    }

    @Test
    void a_reset_that_waits_says_so_and_is_called_off() {
        try (PagesServer server = server(Duration.ofHours(24))) {
            String ana = enrolled(server);
            PagesBrowser root = server.browser("en").signedIn(ROOT, PASSWORD);
            root.open(KEEP + "?id=" + ana);
            assertThat(root.submit(KEEP, reasoned(ana)).statusCode())
                    .as("none waits")
                    .isEqualTo(409);
            root.open(RESET + "?id=" + ana);
            assertThat(root.submitAndFollow(RESET, reasoned(ana)).body())
                    .contains(
                            "The reset for " + ANA + " is pending, and they’ve been notified.",
                            "A reset of the second factors is pending.",
                            MOUNT + KEEP);
            assertThat(asksForFactor(server)).isTrue();
            root.open(KEEP + "?id=" + ana);
            assertThat(root.submitAndFollow(KEEP, reasoned(ana)).body())
                    .contains("The reset for " + ANA + " is canceled.");
        }
    }

    @Test
    void the_own_account_and_that_of_a_superuser_keep_their_factors() {
        try (PagesServer server = server(Duration.ZERO)) {
            String ana = enrolled(server);
            String second = second(server);
            String own = server.kit.signIn(ROOT, PASSWORD).user().id().toString();
            PagesBrowser root = server.browser("en").signedIn(ROOT, PASSWORD);
            for (String path : List.of(RESET, KEEP)) {
                assertThat(root.open(path + "?id=" + own).statusCode()).isEqualTo(409);
                assertThat(root.open(path + "?id=" + second).statusCode()).isEqualTo(403);
                root.open(RESET + "?id=" + ana);
                assertThat(root.submit(path, reasoned(own)).statusCode()).isEqualTo(409);
                assertThat(root.submit(path, reasoned(second)).statusCode()).isEqualTo(403);
                assertThat(root.submit(path, reasoned(UNKNOWN)).statusCode()).isEqualTo(404);
            }
            server.kit.clock().advance(Duration.ofMinutes(11));
            root.open("/admin/user?id=" + ana);
            assertThat(root.submit(RESET, reasoned(ana)).headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).startsWith(MOUNT + "/prove?next="));
            assertThat(asksForFactor(server)).isTrue();
        }
    }

    @Test
    void whoever_is_no_superuser_finds_no_such_page() {
        try (PagesServer server = server(Duration.ZERO)) {
            String ana = enrolled(server);
            String bob = "bob@example.com";
            server.kit.member(bob, PASSWORD);
            PagesBrowser browser = server.browser("en").signedIn(bob, PASSWORD);
            assertThat(browser.open(RESET + "?id=" + ana).statusCode()).isEqualTo(404);
            browser.open("/account");
            assertThat(browser.submit(RESET, reasoned(ana)).statusCode()).isEqualTo(404);
            assertThat(asksForFactor(server)).isTrue();
        }
    }

    private PagesServer server(Duration wait) {
        AuthTestKit kit = AuthTestKit.of(Auth.builder(new InMemoryAuthStore())
                .settings(AuthTestKit.settings())
                .audit(events::add)
                .secondFactors(SecondFactorSettings.optional().withAdministratorWait(wait)));
        PagesServer server = new PagesServer(kit, PageSettings.defaults().withAdministration(this::page));
        kit.auth().admin().createFirstSuperuser(new NewAdmin(ROOT, Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER));
        superusers.add(kit.signIn(ROOT, PASSWORD).user().id().toString());
        return server;
    }

    private AdminLists.Page page(AdminLists.Table list, AdminLists.Query query) {
        String user = query.user();
        if (list != AdminLists.Table.USERS || user == null || user.equals(UNKNOWN)) {
            return new AdminLists.Page(List.of("id"), List.of(), null);
        }
        Map<String, Object> row = Map.of("id", user, "email", ANA, "superuser", superusers.contains(user));
        return new AdminLists.Page(List.of("id", "email"), List.of(row), null);
    }

    private String second(PagesServer server) {
        Auth auth = server.kit.auth();
        String token = server.kit.signIn(ROOT, PASSWORD).tokens().access().reveal();
        NewAdmin admin = new NewAdmin("second@example.com", Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER);
        auth.admin().createAdministratorAs(auth.sessions().authenticate(token).orElseThrow(), admin);
        String id =
                server.kit.signIn("second@example.com", PASSWORD).user().id().toString();
        superusers.add(id);
        return id;
    }

    /** @return the key of a member who has an authenticator application */
    private static String enrolled(PagesServer server) {
        server.kit.member(ANA, PASSWORD);
        Auth auth = server.kit.auth();
        SignIn in = server.kit.signIn(ANA, PASSWORD);
        Caller caller =
                auth.sessions().authenticate(in.tokens().access().reveal()).orElseThrow();
        TotpEnrolment begun = auth.secondFactors().beginTotp(caller).orElseThrow();
        String code =
                TotpGenerator.of(begun.secret().reveal(), server.kit.clock()).code();
        assertThat(auth.secondFactors().confirmTotp(caller, begun.enrolmentId(), Secret.of(code)))
                .isInstanceOf(Outcome.Done.class);
        return in.user().id().toString();
    }

    private static boolean asksForFactor(PagesServer server) {
        return server.kit
                        .auth()
                        .login()
                        .signIn(new PasswordLogin.Request(
                                ANA,
                                Secret.of(PASSWORD),
                                new ClientInfo(ClientKind.WEB, null, null, null, ClientEvidence.NONE)))
                instanceof Outcome.SecondFactorRequired<SignIn>;
    }

    private List<AuthEvent.FactorsChanged> changes() {
        return events.stream()
                .filter(AuthEvent.FactorsChanged.class::isInstance)
                .map(AuthEvent.FactorsChanged.class::cast)
                .toList();
    }

    private static Map<String, String> reasoned(String id) {
        return Map.of("id", id, "reason", "ticket 4711");
    }
}
