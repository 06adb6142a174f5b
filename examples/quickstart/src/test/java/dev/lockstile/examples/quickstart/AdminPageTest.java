package dev.lockstile.examples.quickstart;

import static dev.lockstile.examples.quickstart.PagesFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of an administration: for superusers alone, without secrets. */
class AdminPageTest {

    private static final List<String> PATHS = List.of(
            "/admin",
            "/admin/users",
            "/admin/profiles",
            "/admin/devices",
            "/admin/codes",
            "/admin/sessions",
            "/admin/sms-log",
            "/admin/email-log",
            "/admin/legacy-links",
            "/admin/imports",
            "/admin/user?id=1");

    @TempDir
    static Path folder;

    private static PagesFixture fixture;
    private static Visitor root;
    private static Visitor ana;

    @BeforeAll
    static void open() {
        fixture = PagesFixture.open(folder, Map.of());
        fixture.createSuperuser();
        root = fixture.visitor();
        root.open("/sign-in");
        root.submit("/sign-in", Map.of("login", "root@example.com", "password", PASSWORD));
        ana = fixture.member("ana@example.com");
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Test
    void to_everybody_else_the_administration_is_not_there() {
        Visitor nobody = fixture.visitor();
        for (String path : PATHS) {
            assertThat(ana.open(path).status()).as(path).isEqualTo(404);
            assertThat(nobody.open(path).path()).as(path).isEqualTo("/sign-in");
        }
        for (String act : List.of("disable", "enable", "delete", "restore", "end-sessions", "resend")) {
            ana.open("/account");
            assertThat(ana.submit("/admin/user/" + act, Map.of("id", "1")).status())
                    .as(act)
                    .isEqualTo(404);
        }
    }

    @Test
    void every_list_opens_and_shows_no_secret() {
        fixture.visitor().open("/code");
        for (String path : PATHS) {
            Visitor.Shown page = root.open(path);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.text()).as(path).doesNotContain("argon2", "lsr1_", PASSWORD);
        }
        assertThat(root.open("/admin/email-log").text())
                .contains("data-label=\"Recipient\" class=\"long\">a•••@example.com</td>")
                .doesNotContainPattern("data-label=\"Recipient\"[^<]*@example\\.com(?<!•@example\\.com)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "pt"})
    void every_list_is_shown_without_a_raw_name_of_a_text(String language) {
        fixture.member("eva-" + language + "@example.com");
        Visitor visitor = fixture.visitor().speaking(language);
        visitor.open("/sign-in");
        visitor.submit("/sign-in", Map.of("login", "root@example.com", "password", PASSWORD));
        for (String path : PATHS) {
            Visitor.Shown page = visitor.open(path);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.text()).as(path).contains("<html lang=\"" + language + "\">");
            assertThat(visibleTexts(page))
                    .as(path)
                    .isNotEmpty()
                    .allSatisfy(text -> assertThat(text)
                            .doesNotMatch("[a-z][A-Za-z]*(\\.[A-Za-z][A-Za-z_-]*)+")
                            .doesNotContain("{0}", "null"));
        }
    }

    /** Texts between tags, without values, which stand in the cells of tables. */
    private static List<String> visibleTexts(Visitor.Shown page) {
        String withoutCells = page.text().replaceAll("(?s)<td.*?</td>", "");
        return Arrays.stream(withoutCells.split("(?s)<[^>]*>"))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    @Test
    void a_user_is_found_disabled_enabled_deleted_and_restored() {
        Visitor bea = fixture.member("bea@example.com");
        Visitor.Shown found = root.open("/admin/users?find=bea@example.com");
        assertThat(found.text()).contains("bea@example.com");
        assertThat(found.text().substring(found.text().indexOf("<main"))).doesNotContain("root@example.com");
        String id = found.text().replaceAll("(?s).*/admin/user\\?id=(\\d+).*", "$1");
        Map<String, String> her = Map.of("id", id, "reason", "ticket 4711");

        root.open("/admin/user?id=" + id);
        assertThat(root.submit("/admin/user/disable", her).text()).contains(">Enable<", "bea@example.com is disabled");
        assertThat(bea.open("/account").path()).isEqualTo("/sign-in");
        assertThat(root.submit("/admin/user/enable", her).text()).contains("/admin/user/disable");
        assertThat(signIn("bea@example.com").path()).isEqualTo("/account");
        assertThat(root.submit("/admin/user/delete", her).text()).contains("/admin/user/restore");
        assertThat(signIn("bea@example.com").status()).isEqualTo(401);
        assertThat(root.submit("/admin/user/restore", her).text()).contains("/admin/user/disable");
        assertThat(signIn("bea@example.com").status())
                .as("her address is to be proven again first")
                .isEqualTo(401);
        assertThat(root.submit("/admin/user/restore", her).status())
                .as("there is nothing to restore")
                .isEqualTo(409);
    }

    @Test
    void administrators_do_not_disable_or_delete_themselves() {
        String page = root.open("/admin/users?find=root@example.com").text();
        String id = page.replaceAll("(?s).*/admin/user\\?id=(\\d+).*", "$1");
        assertThat(root.submit("/admin/user/disable", Map.of("id", id)).status())
                .isEqualTo(409);
        assertThat(root.submit("/admin/user/delete", Map.of("id", id)).status()).isEqualTo(409);
        assertThat(root.open("/admin").status()).isEqualTo(200);
    }

    private static Visitor.Shown signIn(String email) {
        Visitor visitor = fixture.visitor();
        visitor.open("/sign-in");
        return visitor.submit("/sign-in", Map.of("login", email, "password", PASSWORD));
    }
}
