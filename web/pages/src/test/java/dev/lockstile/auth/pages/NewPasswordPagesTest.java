package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.PasswordAdministration.TemporaryPassword;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.token.Caller;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of a password that has to be replaced. */
final class NewPasswordPagesTest {

    private static final String ROOT = "root@example.com";
    private static final String ANA = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final String NEXT = "walnut-bridge-9921";

    private PagesServer server;
    private UserId ana;

    @BeforeEach
    void begin() {
        AuthTestKit kit = AuthTestKit.of(Auth.builder(new InMemoryAuthStore()).settings(AuthTestKit.settings()));
        server = new PagesServer(kit, PageSettings.defaults());
        kit.auth().admin().createFirstSuperuser(new NewAdmin(ROOT, Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER));
        kit.member(ANA, PASSWORD);
        ana = kit.signIn(ANA, PASSWORD).user().id();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_temporary_password_leads_to_a_page_for_a_new_one() {
        Caller root = server.kit
                .auth()
                .sessions()
                .authenticate(
                        server.kit.signIn(ROOT, PASSWORD).tokens().access().reveal())
                .orElseThrow();
        String made = server.kit
                .auth()
                .admin()
                .setTemporaryPasswordAs(root, ana, TemporaryPassword.made(), "ticket 1")
                .orElseThrow()
                .reveal();
        PagesBrowser browser = server.browser("en");
        browser.open("/sign-in");
        HttpResponse<String> asked = browser.submitAndFollow("/sign-in", Map.of("login", ANA, "password", made));
        assertThat(asked.body()).contains("Set a new password");
        assertThat(browser.open("/account").statusCode()).isNotEqualTo(200);
        browser.open("/new-password");
        HttpResponse<String> same =
                browser.submit("/new-password", Map.of("new_password", made, "new_password_confirm", made));
        assertThat(same.statusCode()).isEqualTo(400);
        assertThat(same.body()).contains("differs from your current one");
        HttpResponse<String> in =
                browser.submitAndFollow("/new-password", Map.of("new_password", NEXT, "new_password_confirm", NEXT));
        assertThat(in.statusCode()).as(in.body()).isEqualTo(200);
        assertThat(browser.open("/account").body()).contains(ANA);
        server.kit.signIn(ANA, NEXT);
    }

    @Test
    void without_a_ticket_the_page_leads_to_the_sign_in() {
        HttpResponse<String> away = server.browser("en").open("/new-password");
        assertThat(away.headers().firstValue("Location").orElse("")).contains("sign-in");
    }
}
