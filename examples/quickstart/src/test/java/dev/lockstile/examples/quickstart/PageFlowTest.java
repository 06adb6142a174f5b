package dev.lockstile.examples.quickstart;

import static dev.lockstile.examples.quickstart.PagesFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person does with the pages, in a browser that runs no scripts. */
class PageFlowTest {

    @TempDir
    static Path folder;

    private static PagesFixture fixture;

    @BeforeAll
    static void open() {
        fixture = PagesFixture.open(folder, Map.of());
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Test
    void a_person_registers_proves_the_address_and_signs_in() {
        Visitor ana = fixture.visitor();
        ana.open("/register");
        Visitor.Shown sent = ana.submit("/register", PagesFixture.registration("ana@example.com"));
        assertThat(sent.path()).isEqualTo("/register/sent");
        ana.open("/sign-in");
        assertThat(ana.submit("/sign-in", Map.of("login", "ana@example.com", "password", PASSWORD))
                        .status())
                .as("not proven yet")
                .isEqualTo(401);

        String link = fixture.link("ana@example.com", null);
        assertThat(ana.open(link).text()).contains("Confirm that this email address");
        assertThat(ana.submit("/confirm", PagesFixture.query(link)).text()).contains("Your email address is confirmed");
        Visitor.Shown account = ana.submit("/sign-in", Map.of("login", "ana@example.com", "password", PASSWORD));
        assertThat(account.path()).isEqualTo("/account");
        assertThat(account.text()).contains("Hello, Ana Ruiz", "ana@example.com", "Firefox on Linux", "verified");

        assertThat(ana.submit("/sign-out", Map.of()).text()).contains("You’re signed out");
        assertThat(ana.open("/account").path()).isEqualTo("/sign-in");
    }

    @Test
    void a_taken_address_gets_the_same_page_as_a_free_one() {
        fixture.member("taken@example.com");
        Visitor other = fixture.visitor();
        other.open("/register");
        Visitor.Shown again = other.submit("/register", PagesFixture.registration("taken@example.com"));
        other.open("/register");
        Visitor.Shown free = other.submit("/register", PagesFixture.registration("free@example.com"));
        assertThat(again.path()).isEqualTo(free.path());
        assertThat(plain(again)).isEqualTo(plain(free));
    }

    private static String plain(Visitor.Shown page) {
        return page.text().replaceAll("value=\"[^\"]*\"", "").replaceAll("(taken|free)@example.com", "");
    }

    @ParameterizedTest
    @CsvSource({"email, coded@example.com", "phone, +525512345678"})
    void a_person_signs_in_with_a_code_sent_to(String kind, String contact) {
        Visitor person = fixture.visitor();
        person.open("/code");
        Visitor.Shown verify = person.submit("/code", Map.of("contact", contact));
        assertThat(verify.path()).isEqualTo("/code/verify");
        assertThat(verify.text()).contains("autocomplete=\"one-time-code\"", "inputmode=\"numeric\"", "6 digits");
        assertThat(ungrouped(verify)).contains(contact.substring(1));
        String code = fixture.code(contact, null);
        String wrong = code.startsWith("1") ? "211111" : "111111";
        assertThat(person.submit("/code/verify", Map.of("code", wrong)).status())
                .isEqualTo(401);
        String spaced = code.substring(0, 3) + " " + code.substring(3);
        assertThat(person.submit("/code/verify", Map.of("code", spaced)).path()).isEqualTo("/account");
    }

    @Test
    void another_code_may_be_had_only_after_a_while() {
        Visitor person = fixture.visitor();
        person.open("/code");
        Visitor.Shown verify = person.submit("/code", Map.of("contact", "hasty@example.com"));
        assertThat(verify.text()).containsPattern("data-countdown=\"[1-9][0-9]?\"");
        assertThat(person.submit("/code/resend", Map.of()).status()).isEqualTo(429);
        assertThat(person.open("/code").text()).contains("value=\"hasty@example.com\"");
    }

    @Test
    void another_browser_confirms_with_the_password_of_the_registration() {
        Visitor ana = fixture.visitor();
        ana.open("/register");
        ana.submit("/register", PagesFixture.registration("two@example.com"));
        String link = fixture.link("two@example.com", null);
        Visitor phone = fixture.visitor();
        assertThat(phone.open(link).text()).contains("registered in another browser");
        Map<String, String> fields = new HashMap<>(PagesFixture.query(link));
        fields.putAll(Map.of("by_password", "yes", "password", "quiet-lantern-8852"));
        assertThat(phone.submit("/confirm", fields).text()).contains("not the password you registered with");
        fields.put("password", PASSWORD);
        assertThat(phone.submit("/confirm", fields).text()).contains("Your email address is confirmed");
        assertThat(ana.submit("/sign-in", Map.of("login", "two@example.com", "password", PASSWORD))
                        .path())
                .isEqualTo("/account");
    }

    @Test
    void the_owner_of_an_address_that_somebody_else_registered_chooses_a_password() {
        Visitor stranger = fixture.visitor();
        stranger.open("/register");
        stranger.submit("/register", PagesFixture.registration("planted@example.com"));
        String link = fixture.link("planted@example.com", null);
        Visitor owner = fixture.visitor();
        owner.open(link);
        Visitor.Shown choose = owner.submit("/confirm", PagesFixture.query(link));
        assertThat(choose.path()).isEqualTo("/reset");
        assertThat(choose.text()).contains("Choose a password");
        Map<String, String> fields =
                new HashMap<>(PagesFixture.query(choose.response().uri().toString()));
        fields.putAll(Map.of("new_password", "quiet-lantern-8852", "new_password_confirm", "quiet-lantern-8852"));
        assertThat(owner.submit("/reset", fields).text()).contains("Your new password is set");
        assertThat(stranger.submit("/sign-in", Map.of("login", "planted@example.com", "password", PASSWORD))
                        .status())
                .isEqualTo(401);
        assertThat(owner.submit("/sign-in", Map.of("login", "planted@example.com", "password", "quiet-lantern-8852"))
                        .path())
                .isEqualTo("/account");
    }

    @Test
    void a_forgotten_password_is_set_anew_and_ends_the_sessions() {
        Visitor before = fixture.member("forgetful@example.com");
        String confirmation = fixture.link("forgetful@example.com", null);
        Visitor person = fixture.visitor();
        person.open("/forgotten");
        person.submit("/forgotten", Map.of("contact", "forgetful@example.com"));
        String link = fixture.link("forgetful@example.com", confirmation);
        Map<String, String> fields = new HashMap<>(PagesFixture.query(link));
        fields.putAll(Map.of("new_password", "quiet-lantern-8852", "new_password_confirm", "quiet-lantern-8851"));
        person.open(link);
        assertThat(person.submit("/reset", fields).text()).contains("don’t match");
        fields.put("new_password_confirm", "quiet-lantern-8852");
        assertThat(person.submit("/reset", fields).text()).contains("Your new password is set");
        assertThat(person.submit("/sign-in", Map.of("login", "forgetful@example.com", "password", "quiet-lantern-8852"))
                        .path())
                .isEqualTo("/account");
        assertThat(before.open("/account").path()).isEqualTo("/sign-in");
        person.open(link);
        assertThat(person.submit("/reset", fields).status())
                .as("a link works once")
                .isEqualTo(400);
    }

    @Test
    void a_person_keeps_profiles_and_switches_between_them() {
        Visitor person = fixture.member("profiles@example.com");
        person.open("/account/profile");
        Visitor.Shown account =
                person.submit("/account/profile", Map.of("first_name", "Bea", "last_name_1", "Sol", "label", "<Work>"));
        assertThat(account.text()).contains("Bea Sol", "&lt;Work&gt;").doesNotContain("<Work>");
        String id = account.hidden("/account/profile/switch", "id");
        assertThat(person.submit("/account/profile/switch", Map.of("id", id)).text())
                .contains("Hello, Bea Sol");
        person.submit("/account/profile/default", Map.of("id", id));
        Visitor.Shown first = person.open("/account");
        person.submit("/account/profile/switch", Map.of("id", first.hidden("/account/profile/switch", "id")));
        assertThat(person.open("/account").text()).contains("Hello, Ana Ruiz");
    }

    @Test
    void somebody_elses_profile_is_not_there() {
        Visitor owner = fixture.member("owner@example.com");
        owner.open("/account/profile");
        String id = owner.submit("/account/profile", Map.of("first_name", "Own", "last_name_1", "Er"))
                .hidden("/account/profile/switch", "id");
        Visitor thief = fixture.member("thief@example.com");
        assertThat(thief.open("/account/profile?id=" + id).status()).isEqualTo(404);
        for (String act : List.of("/account/profile/switch", "/account/profile/default", "/account/profile/delete")) {
            thief.open("/account");
            assertThat(thief.submit(act, Map.of("id", id)).status()).as(act).isEqualTo(404);
        }
    }

    @Test
    void a_person_ends_a_session_elsewhere() {
        Visitor here = fixture.member("sessions@example.com");
        Visitor there = fixture.visitor();
        there.open("/sign-in");
        there.submit("/sign-in", Map.of("login", "sessions@example.com", "password", PASSWORD));
        Visitor.Shown account = here.open("/account");
        here.submit("/account/sessions/end", Map.of("id", account.hidden("/account/sessions/end\"", "id")));
        assertThat(there.open("/account").path()).isEqualTo("/sign-in");
        assertThat(here.open("/account").path()).isEqualTo("/account");
    }

    @Test
    void a_new_phone_counts_when_its_code_is_typed() {
        Visitor person = fixture.member("mover@example.com");
        person.open("/account/change");
        Visitor.Shown confirm = person.submit("/account/change", Map.of("contact", "+525587654321"));
        assertThat(confirm.path()).isEqualTo("/account/change/confirm");
        assertThat(ungrouped(person.open("/account"))).doesNotContain("5587654321");
        person.open("/account/change/confirm");
        String code = fixture.code("+525587654321", null);
        Visitor.Shown account = person.submit("/account/change/confirm", Map.of("code", code));
        assertThat(ungrouped(account)).contains("5587654321");
    }

    /** The page without the spaces between the groups of a number. */
    private static String ungrouped(Visitor.Shown page) {
        return page.text().replaceAll("[ \\u00a0]", "");
    }

    @Test
    void a_deleted_account_is_gone() {
        Visitor person = fixture.member("gone@example.com");
        person.open("/account/delete");
        assertThat(person.submit("/account/delete", Map.of("password", PASSWORD))
                        .status())
                .as("without the tick")
                .isEqualTo(400);
        assertThat(person.submit("/account/delete", Map.of("password", "wrong-attempt-1", "sure", "on"))
                        .status())
                .isEqualTo(401);
        assertThat(person.submit("/account/delete", Map.of("password", PASSWORD, "sure", "on"))
                        .text())
                .contains("Your account has been deleted");
        person.open("/sign-in");
        assertThat(person.submit("/sign-in", Map.of("login", "gone@example.com", "password", PASSWORD))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_form_without_its_token_changes_nothing() {
        Visitor person = fixture.member("forged@example.com");
        Visitor other = fixture.visitor();
        other.open("/sign-in");
        for (String path : List.of("/sign-out", "/account/delete", "/account/profile", "/account/change", "/code")) {
            assertThat(person.submitOnly(path, Map.of("csrf", "")).status())
                    .as(path)
                    .isEqualTo(403);
            assertThat(person.submitOnly(path, Map.of("csrf", "forged")).status())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(person.open("/account").path()).isEqualTo("/account");
    }

    @Test
    void a_form_from_before_the_sign_in_is_worth_nothing_after_it() {
        Visitor person = fixture.member("fixed@example.com");
        person.submit("/sign-out", Map.of());
        String before = person.open("/sign-in").hidden("/sign-in", "csrf");
        person.submit("/sign-in", Map.of("login", "fixed@example.com", "password", PASSWORD));
        assertThat(person.submitOnly("/sign-out", Map.of("csrf", before)).status())
                .isEqualTo(403);
    }

    @Test
    void cookies_are_out_of_reach_of_scripts_and_of_other_sites() {
        Visitor person = fixture.visitor();
        person.open("/sign-in");
        fixture.member("cookies@example.com");
        Visitor.Shown answer =
                person.submitOnly("/sign-in", Map.of("login", "cookies@example.com", "password", PASSWORD));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .hasSize(4)
                .allSatisfy(cookie -> assertThat(cookie).contains("; HttpOnly", "; SameSite=Lax", "; Path=/"));
        assertThat(person.cookies()).extracting(HttpCookie::getName).contains("access", "refresh", "visit", "device");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/sign-in", "/register", "/code", "/forgotten", "/api", "/nowhere", "/confirm?uid=a&token=b"
            })
    void every_page_has_a_strict_policy_and_no_inline_script(String path) {
        Visitor.Shown page = fixture.visitor().open(path);
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.text()).doesNotContain("<script>", "style=\"", "onclick", "javascript:");
    }

    @ParameterizedTest
    @CsvSource({
        "es-MX, es, Iniciar sesión",
        "pt-BR, pt, Entrar",
        "de-CH, de, Anmelden",
        "fr, fr, Connexion",
        "ja, en, Sign in"
    })
    void pages_speak_the_language_of_the_browser(String asked, String language, String title) {
        Visitor.Shown page = fixture.visitor().speaking(asked).open("/sign-in");
        assertThat(page.text()).contains("<html lang=\"" + language + "\">", "<h1>" + title + "</h1>");
    }

    @Test
    void a_chosen_language_stays() {
        Visitor visitor = fixture.visitor();
        assertThat(visitor.open("/sign-in?lang=pt").text()).contains("<html lang=\"pt\">");
        assertThat(visitor.open("/register").text()).contains("Crie sua conta");
        assertThat(visitor.open("/reset?uid=a&token=b&lang=es").text())
                .contains("<html lang=\"es\">", "uid=a&amp;token=b&amp;lang=pt");
    }

    @Test
    void nobody_is_led_away_after_the_sign_in() {
        Visitor person = fixture.member("led@example.com");
        for (String next : List.of(
                "//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/%2fevil")) {
            person.submit("/sign-out", Map.of());
            person.open("/sign-in");
            Map<String, String> typed = Map.of("login", "led@example.com", "password", PASSWORD, "next", next);
            assertThat(person.submitOnly("/sign-in", typed).location()).as(next).isEqualTo("/account");
            person.open("/account");
        }
    }

    @Test
    void what_no_browser_sends_is_refused() {
        Visitor visitor = fixture.visitor();
        visitor.open("/sign-in");
        assertThat(visitor.submitOnly("/sign-in", Map.of("login", "a\u0000b", "password", "x"))
                        .status())
                .isEqualTo(400);
        assertThat(visitor.submitOnly("/sign-in", Map.of("login", "x".repeat(70_000), "password", "x"))
                        .status())
                .isEqualTo(400);
        Visitor member = fixture.member("stays@example.com");
        assertThat(member.open("/sign-out").path()).isEqualTo("/");
        assertThat(member.open("/account").path()).as("only by a form").isEqualTo("/account");
    }
}
