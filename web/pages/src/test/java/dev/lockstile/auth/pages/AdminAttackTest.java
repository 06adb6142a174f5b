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
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.testkit.TestSocialProvider;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people without the right, and superusers who lost it, try with the administration. */
final class AdminAttackTest {

    private static final String ROOT = "root@example.com";
    private static final String STAFF = "staff@example.com";
    private static final String ANA = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";

    private final List<AuthEvent> events = new CopyOnWriteArrayList<>();
    private final Map<String, String> ids = new HashMap<>();
    private PagesServer server;
    private String ana;

    @BeforeEach
    void begin() {
        AuthTestKit kit = AuthTestKit.of(Auth.builder(new InMemoryAuthStore())
                .settings(AuthTestKit.settings())
                .social(SocialSettings.of(TestSocialProvider.named("corp")).returningTo("https://acme.example"))
                .audit(events::add));
        server = new PagesServer(kit, PageSettings.defaults().withAdministration(this::page));
        Auth auth = kit.auth();
        auth.admin().createFirstSuperuser(new NewAdmin(ROOT, Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER));
        String token = kit.signIn(ROOT, PASSWORD).tokens().access().reveal();
        auth.admin()
                .createAdministratorAs(
                        auth.sessions().authenticate(token).orElseThrow(),
                        new NewAdmin(STAFF, Secret.of(PASSWORD), NewAdmin.Rank.STAFF));
        kit.member(ANA, PASSWORD);
        ana = id(ANA);
        id(ROOT);
        id(STAFF);
        kit.clock().advance(Duration.ofMinutes(2));
        events.clear();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private AdminLists.Page page(AdminLists.Table list, AdminLists.Query query) {
        Map<String, Object> row = Map.of("id", String.valueOf(query.user()), "email", ANA, "superuser", false);
        return new AdminLists.Page(
                List.of("id", "email"), list == AdminLists.Table.USERS ? List.of(row) : List.of(), null);
    }

    @ParameterizedTest
    @ValueSource(strings = {STAFF, ANA})
    void whoever_is_no_superuser_finds_no_page_of_it_and_changes_nothing(String email) {
        PagesBrowser browser = server.browser("en").signedIn(email, PASSWORD);
        String unknown = browser.open("/adminx").body().replaceAll("value=\"[^\"]*\"", "");
        Routes routes = PageRoutes.of(server.kit.auth(), PageSettings.defaults().withAdministration(this::page));
        for (String path : routes.readable()) {
            if (path.startsWith("/admin")) {
                HttpResponse<String> answer = browser.open(path + "?id=" + id(ROOT));
                assertThat(answer.statusCode()).as(path).isEqualTo(404);
                assertThat(answer.body().replaceAll("value=\"[^\"]*\"", "").replaceAll("\\?id=[^\"]*lang", "?lang"))
                        .as(path)
                        .isEqualTo(unknown);
            }
        }
        browser.open("/account");
        for (String path : routes.writable()) {
            if (path.startsWith("/admin")) {
                HttpResponse<String> answer =
                        browser.submit(path, Map.of("id", ana, "email", ANA, "account", "1", "reason", "ticket 1"));
                assertThat(answer.statusCode()).as(path).isEqualTo(404);
                assertThat(browser.submit(path, Map.of("id", ana, "reason", "<b>"))
                                .statusCode())
                        .as(path)
                        .isEqualTo(404);
            }
        }
        server.kit.signIn(ANA, PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"disable", "enable", "delete", "restore", "end-sessions", "social/unlink", "social/resume"})
    void a_refused_act_stands_in_the_trail_with_actor_session_reason_and_account(String act) {
        PagesBrowser staff = server.browser("en").signedIn(STAFF, PASSWORD);
        staff.open("/account");
        events.clear();
        staff.submit("/admin/user/" + act, Map.of("id", ana, "account", "1", "reason", "ticket 1"));
        refused("forbidden", STAFF);
        PagesBrowser root = server.browser("en").signedIn(ROOT, PASSWORD);
        server.kit.clock().advance(Duration.ofMinutes(11));
        root.open("/admin/user?id=" + ana);
        events.clear();
        assertThat(location(root.submit("/admin/user/" + act, Map.of("id", ana, "account", "1", "reason", "ticket 1"))))
                .startsWith(MOUNT + "/prove?next=");
        refused("step_up_required", ROOT);
    }

    private void refused(String why, String actor) {
        assertThat(events)
                .filteredOn(AuthEvent.Refused.class::isInstance)
                .map(AuthEvent.Refused.class::cast)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.reason()).startsWith(why);
                    assertThat(event.user()).as("the account").hasToString(ana);
                    assertThat(event.actor()).isNotNull();
                    assertThat(event.actor()).extracting(Actor::user).hasToString(id(actor));
                    assertThat(event.actor()).extracting(Actor::session).isNotNull();
                    assertThat(event.actor()).extracting(Actor::reference).isEqualTo("ticket 1");
                });
    }

    enum Loss {
        DISABLED,
        DELETED,
        ENDED
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void a_superuser_who_lost_the_account_or_the_session_sees_and_does_nothing(Loss loss) {
        PagesBrowser root = server.browser("en").signedIn(ROOT, PASSWORD);
        root.open("/admin/user/disable?id=" + ana);
        Auth auth = server.kit.auth();
        UserId user = auth.userId(id(ROOT)).orElseThrow();
        switch (loss) {
            case DISABLED -> auth.admin().disable(user);
            case DELETED -> auth.admin().delete(user);
            case ENDED -> auth.admin().endSessions(user);
        }
        PagesBrowser twin = root.twin();
        assertThat(location(root.submit("/admin/user/disable", Map.of("id", ana, "reason", "ticket 1"))))
                .startsWith(MOUNT + "/sign-in?next=");
        assertThat(location(twin.open("/admin/users"))).startsWith(MOUNT + "/sign-in?next=");
        server.kit.signIn(ANA, PASSWORD);
    }

    private String id(String email) {
        return ids.computeIfAbsent(
                email, one -> server.kit.signIn(one, PASSWORD).user().id().toString());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
