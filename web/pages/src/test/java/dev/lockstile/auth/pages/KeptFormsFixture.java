package dev.lockstile.auth.pages;

import static dev.lockstile.auth.pages.PagesServer.MOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.field.HostField;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.token.Caller;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A host with own fields of profiles and an administration, and two people at one browser. */
abstract class KeptFormsFixture {

    static final String ANA = "ana@example.com";
    static final String BEA = "bea@example.com";
    static final String ROOT = "root@example.com";
    static final String PASSWORD = "plum-harbour-4417";
    static final String PROFILE = "/account/profile";
    static final String KEPT = "__Host-kept-form";
    static final Map<String, String> TYPED = Map.of(
            "first_name", "Anastasía",
            "last_name_1", "<b>Ruiz</b>",
            "birthday", "1990-12-31",
            "label", "Night work",
            "own_badge", "A 7",
            "own_night_shift", "on");

    PagesServer server;

    @BeforeEach
    void begin() {
        AuthTestKit kit = AuthTestKit.of(Auth.builder(new InMemoryAuthStore())
                .settings(AuthTestKit.settings())
                .profileFields(HostField.text("badge", 9000), HostField.flag("night_shift")));
        server = new PagesServer(kit, PageSettings.defaults().withAdministration(this::page));
        kit.auth().admin().createFirstSuperuser(new NewAdmin(ROOT, Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER));
        kit.member(ANA, PASSWORD);
        kit.clock().advance(Duration.ofMinutes(5));
        kit.member(BEA, PASSWORD);
        kit.clock().advance(Duration.ofMinutes(5));
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

    PagesBrowser signedIn(String email) {
        return server.browser("en").signedIn(email, PASSWORD);
    }

    /** Ends all sessions of a person, as an administrator or another device does. */
    void end(String email) {
        Caller caller = server.kit
                .auth()
                .sessions()
                .authenticate(
                        server.kit.signIn(email, PASSWORD).tokens().access().reveal())
                .orElseThrow();
        server.kit.auth().sessions().endOthers(caller);
    }

    /** Ends them and lets the access token of a browser run out as well. */
    void endLongAgo(String email) {
        end(email);
        server.kit.clock().advance(Duration.ofHours(1));
    }

    /** Signs in on the page that a form led to, and opens where that leads. */
    static HttpResponse<String> signInAgain(PagesBrowser browser, HttpResponse<String> led, String email) {
        assertThat(led.statusCode()).as(led.body()).isEqualTo(303);
        assertThat(location(led)).startsWith(MOUNT + "/sign-in?next=");
        HttpResponse<String> page = browser.openOnSite(location(led));
        String next = page.body().replaceAll("(?s).*name=\"next\" value=\"([^\"]+)\".*", "$1");
        HttpResponse<String> in =
                browser.submit("/sign-in", Map.of("login", email, "password", PASSWORD, "next", next));
        assertThat(in.statusCode()).isEqualTo(303);
        return browser.openOnSite(location(in));
    }

    static void showsWhatWasTyped(HttpResponse<String> form) {
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body())
                .contains("value=\"Anastasía\"", "value=\"&lt;b&gt;Ruiz&lt;/b&gt;\"", "value=\"1990-12-31\"")
                .contains("value=\"Night work\"", "value=\"A 7\"", "id=\"own_night_shift\" checked")
                .contains("role=\"status\">We kept what you typed");
    }

    static void showsNothing(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        String form = page.body().substring(page.body().indexOf("<main"));
        assertThat(form).doesNotContain("Anastas", "Night work", "A 7", "We kept what you typed");
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
