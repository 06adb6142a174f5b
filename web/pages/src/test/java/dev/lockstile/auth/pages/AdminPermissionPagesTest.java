package dev.lockstile.auth.pages;

import static dev.lockstile.auth.pages.PagesServer.MOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Staff open the pages of the administration that their role permits, and no other. */
class AdminPermissionPagesTest {

    private static final String ANA = "ana@example.com";

    private final AdminPeopleFixture fixture = new AdminPeopleFixture("ana");
    private final String ana = fixture.id("ana").toString();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_reader_sees_people_and_no_act() {
        PagesBrowser reader = fixture.staff("reader");
        assertThat(reader.open("/account").body()).contains("href=\"" + MOUNT + "/admin/users\"");
        assertThat(reader.open("/admin/users").body()).contains(ANA).doesNotContain("/admin/sessions", "/admin\"");
        assertThat(reader.open("/admin/user?id=" + ana).body())
                .contains(ANA)
                .doesNotContain("/admin/user/disable", "/admin/user/delete", "id=\"danger\"");
        assertThat(reader.open("/admin/user/disable?id=" + ana).statusCode()).isEqualTo(404);
        assertThat(reader.open("/admin").headers().firstValue("Location")).contains(MOUNT + "/admin/users");
        assertThat(reader.open("/admin/sessions").statusCode()).isEqualTo(404);
    }

    @Test
    void a_helper_disables_with_a_reason_and_does_nothing_else() {
        PagesBrowser helper = fixture.staff("helper");
        assertThat(helper.open("/admin/user?id=" + ana).body())
                .contains("/admin/user/disable")
                .doesNotContain("/admin/user/delete");
        assertThat(helper.open("/admin/user/disable?id=" + ana).statusCode()).isEqualTo(200);
        Map<String, String> form = Map.of("id", ana, "reason", "ticket 1");
        assertThat(helper.submitAndFollow("/admin/user/disable", form).body()).contains(ANA + " is disabled");
        helper.open("/admin/user?id=" + ana);
        assertThat(helper.submit("/admin/user/delete", form).statusCode()).isEqualTo(404);
        assertThat(fixture.auth
                        .admin()
                        .find(fixture.auth.userId(ana).orElseThrow())
                        .orElseThrow()
                        .status()
                        .active())
                .isFalse();
    }
}
