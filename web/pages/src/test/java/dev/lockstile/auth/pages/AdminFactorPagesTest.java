package dev.lockstile.auth.pages;

import static dev.lockstile.auth.pages.PagesServer.MOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.testkit.TotpGenerator;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A superuser who has not shown the second factor sees no data. */
final class AdminFactorPagesTest {

    private static final String ROOT = "root@example.com";
    private static final String ANA = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final List<String> LOOKS =
            List.of("/admin", "/admin/users?find=ana", "/admin/sessions", "/admin/email-log", "/admin/user?id=1");

    private final List<AdminLists.Query> looked = new ArrayList<>();
    private final PagesServer server = new PagesServer(
            AuthTestKit.of(Auth.builder(new InMemoryAuthStore())
                    .settings(AuthTestKit.settings())
                    .secondFactors(SecondFactorSettings.optional().allowTrustedBrowsers())),
            PageSettings.defaults().withAdministration((list, query) -> {
                looked.add(query);
                return new AdminLists.Page(List.of("id"), List.of(), null);
            }));

    @BeforeEach
    void register() {
        server.kit
                .auth()
                .admin()
                .createFirstSuperuser(new NewAdmin(ROOT, Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER));
        server.kit.member(ANA, PASSWORD);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_session_of_one_factor_proves_the_second_before_it_sees_or_does_anything() {
        PagesBrowser root = server.browser("en").signedIn(ROOT, PASSWORD);
        TotpGenerator phone = enrolled(root);
        for (String path : LOOKS) {
            HttpResponse<String> answer = root.open(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(303);
            assertThat(location(answer)).as(path).startsWith(MOUNT + "/prove?next=" + MOUNT + "/admin");
            assertThat(answer.body()).as(path).doesNotContain(ANA);
        }
        root.open("/account");
        String ana = server.kit.signIn(ANA, PASSWORD).user().id().toString();
        assertThat(location(root.submit("/admin/user/disable", Map.of("id", ana, "reason", "ticket 1"))))
                .startsWith(MOUNT + "/prove?next=");
        server.kit.signIn(ANA, PASSWORD);
        assertThat(looked).isEmpty();

        root.open("/prove");
        server.kit.clock().advance(Duration.ofMinutes(1));
        assertThat(location(root.submit("/prove", Map.of("factor", phone.code(), "next", MOUNT + "/admin/users"))))
                .isEqualTo(MOUNT + "/admin/users");
        assertThat(root.open("/admin/users").statusCode()).isEqualTo(200);
        server.kit.clock().advance(Duration.ofMinutes(11));
        assertThat(root.open("/admin/users").statusCode())
                .as("an old proof looks")
                .isEqualTo(200);
    }

    @Test
    void whoever_is_no_superuser_searches_nothing() {
        PagesBrowser ana = server.browser("en").signedIn(ANA, PASSWORD);
        for (String path : LOOKS) {
            assertThat(ana.open(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(looked).isEmpty();
    }

    /** The session that sets an application up goes on, and has shown one factor. */
    private TotpGenerator enrolled(PagesBrowser root) {
        root.open("/account/totp");
        HttpResponse<String> page = root.submit("/account/totp", Map.of());
        String enrolment = TotpPagesFixture.found(TotpPagesFixture.ENROLMENT, page);
        TotpGenerator phone = TotpGenerator.of(TotpPagesFixture.found(TotpPagesFixture.KEY, page), server.kit.clock());
        assertThat(root.submit("/account/totp/confirm", Map.of("enrolment", enrolment, "code", phone.code()))
                        .statusCode())
                .isEqualTo(200);
        return phone;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
