package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Places of a host in our templates, the versions of its copies, and its pages after an end. */
class SlotsTest {

    private static final String EMAIL = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final List<String> SLOTS = List.of("head", "foot", "before-form", "after-form");

    @Test
    void a_host_fills_slots_without_copying_a_template() {
        PageOverrides slots = PageOverrides.none()
                .withTemplate("head", "<meta name=\"robots\" content=\"noindex\">")
                .withTemplate("before-form", "{% if page == 'register' %}<p>Free for 30 days</p>{% endif %}")
                .withTemplate("after-form", "<p>Help for {{ page }}</p>");
        try (PagesServer server = PagesServer.with(slots)) {
            PagesBrowser ana = server.browser("en");
            String register = ana.open("/register").body();
            assertThat(register).contains("noindex", "Help for register");
            assertThat(register.indexOf("Free for 30 days")).isBetween(0, register.indexOf("<form method=\"post\""));
            assertThat(ana.open("/sign-in").body()).contains("Help for sign-in").doesNotContain("Free for");
        }
    }

    @Test
    void an_old_copy_is_told_with_what_changed_since() {
        assertThat(TemplateVersions.notes(Map.of("sign-in", "<h1>Own</h1>", "foot", "x")))
                .singleElement()
                .asString()
                .contains("sign-in is a copy of ours without a version, and ours is version")
                .contains("goes to /sign-in/ways");
        String current = new PageTemplates(Map.of()).source("sign-in");
        assertThat(TemplateVersions.notes(Map.of("sign-in", current))).isEmpty();
    }

    @Test
    void every_template_has_a_version_and_every_later_version_says_what_changed() {
        PageTemplates ours = new PageTemplates(Map.of());
        Properties changes = TemplateVersions.changes();
        for (String name : PageTemplates.NAMES) {
            int version = TemplateVersions.version(ours.source(name));
            assertThat(version > 0).as(name).isNotEqualTo(SLOTS.contains(name));
            for (int later = 2; later <= version; later++) {
                assertThat(changes).as(name).containsKey(name + "." + later);
            }
        }
        assertThat(changes.stringPropertyNames()).allSatisfy(key -> {
            String name = key.substring(0, key.lastIndexOf('.'));
            int version = Integer.parseInt(key.substring(key.lastIndexOf('.') + 1));
            assertThat(PageTemplates.NAMES).contains(name);
            assertThat(version).isLessThanOrEqualTo(TemplateVersions.version(ours.source(name)));
        });
    }

    @Test
    void a_host_has_its_own_page_after_each_end() {
        EntrySettings entry = EntrySettings.defaults()
                .withLandingPage(PageEnd.SIGN_OUT, "/shop/bye")
                .withLandingPage(PageEnd.PASSWORD_RESET, "/shop/safe")
                .withLandingPage(PageEnd.DELETION, "/shop/gone");
        try (PagesServer server = PagesServer.with(PageSettings.defaults().withEntry(entry))) {
            server.kit.member(EMAIL, PASSWORD);
            PagesBrowser ana = server.browser("en").signedIn(EMAIL, PASSWORD);
            ana.open("/account");
            assertThat(location(ana, "/sign-out", Map.of())).isEqualTo("/shop/bye");
            ana.open("/forgotten");
            ana.submit("/forgotten", Map.of("contact", EMAIL));
            var link = server.kit.deliver().emails().lastLink(EMAIL);
            ana.open("/reset?uid=" + link.uid() + "&token=" + link.token());
            String next = "quince-meadow-5521";
            Map<String, String> reset = Map.of(
                    "uid", link.uid(), "token", link.token(), "new_password", next, "new_password_confirm", next);
            assertThat(location(ana, "/reset", reset)).isEqualTo("/shop/safe");
            ana.open("/account/delete");
            assertThat(location(ana, "/account/delete", Map.of("password", next, "sure", "on")))
                    .isEqualTo("/shop/gone");
        }
    }

    private static String location(PagesBrowser browser, String form, Map<String, String> fields) {
        var answer = browser.submit(form, fields);
        return answer.headers().firstValue("Location").orElse(answer.statusCode() + " " + answer.body());
    }
}
