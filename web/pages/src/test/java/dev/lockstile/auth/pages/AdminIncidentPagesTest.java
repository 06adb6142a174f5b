package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.event.AuthEvent;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The acts of staff after an incident: passwords that have to be replaced, and the end of all sessions. */
final class AdminIncidentPagesTest {

    private static final String ANA = "ana@example.com";
    private static final String END_ALL = "/admin/sessions/end-all";
    private static final Pattern SHOWN = Pattern.compile("<code class=\"key\">([a-z2-9]{4}(?:-[a-z2-9]{4}){3})</code>");

    private final AdminPeopleFixture fixture = new AdminPeopleFixture("ana");
    private final String ana = fixture.id("ana").toString();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_required_password_is_asked_for_at_the_next_sign_in() {
        PagesBrowser root = fixture.root();
        assertThat(root.open("/admin/user?id=" + ana).body())
                .contains("/admin/user/require-password", "/admin/user/temporary-password");
        root.open("/admin/user/require-password?id=" + ana);
        assertThat(root.submitAndFollow("/admin/user/require-password", reasoned())
                        .body())
                .contains("The next time " + ANA + " signs in, a new password is required.");
        assertThat(signIn(AdminPeopleFixture.PASSWORD)).contains("Set a new password");
        root.open("/admin/user/require-password?id=" + ana);
        assertThat(root.submit("/admin/user/require-password", reasoned()).statusCode())
                .isEqualTo(409);
    }

    @Test
    void a_temporary_password_is_shown_once_with_a_button_to_copy_it() {
        PagesBrowser root = fixture.root();
        root.open("/admin/user/temporary-password?id=" + ana);
        HttpResponse<String> shown = root.submit("/admin/user/temporary-password", reasoned());
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        Matcher password = SHOWN.matcher(shown.body());
        assertThat(password.find()).isTrue();
        assertThat(shown.body())
                .contains("data-copy=\"password\"", "id=\"password\"")
                .doesNotContain("lang=es");
        assertThat(root.open("/admin/user/temporary-password?id=" + ana).body()).doesNotContain(password.group(1));
        assertThat(root.open("/admin/user?id=" + ana).body()).doesNotContain(password.group(1));
        assertThat(fixture.events).noneMatch(event -> event.toString().contains(password.group(1)));
        assertThat(signIn(password.group(1))).contains("Set a new password");
    }

    @Test
    void without_a_reason_no_temporary_password_is_set() {
        PagesBrowser root = fixture.root();
        root.open("/admin/user/temporary-password?id=" + ana);
        HttpResponse<String> refused = root.submit("/admin/user/temporary-password", Map.of("id", ana));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(SHOWN.matcher(refused.body()).find()).isFalse();
        fixture.server.kit.signIn(ANA, AdminPeopleFixture.PASSWORD);
    }

    @Test
    void the_sessions_of_all_accounts_end_once_a_superuser_gave_a_reason() {
        PagesBrowser root = fixture.root();
        PagesBrowser member = fixture.server.browser("en").signedIn(ANA, AdminPeopleFixture.PASSWORD);
        assertThat(root.open("/admin/sessions").body()).contains(END_ALL);
        assertThat(root.open(END_ALL + "?reason=planted").body())
                .contains("Sign out everyone?", "name=\"reason\"")
                .doesNotContain("planted");
        for (String reason : List.of("", " ", "<b>")) {
            HttpResponse<String> refused = root.submit(END_ALL, Map.of("reason", reason));
            assertThat(refused.statusCode()).as(reason).isEqualTo(400);
            assertThat(refused.body()).contains("id=\"reason-error\"");
        }
        assertThat(member.open("/account").statusCode()).isEqualTo(200);
        assertThat(root.submitAndFollow(END_ALL, Map.of("reason", "incident 1")).body())
                .contains("Everyone is signed out.");
        assertThat(member.open("/account").statusCode()).isEqualTo(303);
        assertThat(root.open("/admin").statusCode()).isEqualTo(303);
    }

    @Test
    void to_others_the_end_of_all_sessions_is_not_there_and_the_attempt_is_recorded() {
        PagesBrowser helper = fixture.staff("helper");
        assertThat(helper.open(END_ALL).statusCode()).isEqualTo(404);
        helper.open("/account");
        assertThat(helper.submit(END_ALL, Map.of("reason", "")).statusCode()).isEqualTo(404);
        assertThat(helper.submit(END_ALL, Map.of("reason", "incident 1")).statusCode())
                .isEqualTo(404);
        assertThat(helper.open("/account").statusCode()).isEqualTo(200);
        assertThat(fixture.events)
                .anyMatch(event -> event instanceof AuthEvent.Refused refused
                        && refused.actor() != null
                        && "incident 1".equals(refused.actor().reference()));
    }

    private String signIn(String password) {
        PagesBrowser browser = fixture.server.browser("en");
        browser.open("/sign-in");
        return browser.submitAndFollow("/sign-in", Map.of("login", ANA, "password", password))
                .body();
    }

    private Map<String, String> reasoned() {
        return Map.of("id", ana, "reason", "ticket 1");
    }
}
