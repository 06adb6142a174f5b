package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser loads for a page, before anything is compressed: the page, its style sheets and its scripts. */
class PageWeightTest {

    private static final int KIB = 1024;
    static final int PAGE = 40 * KIB;

    private static final String EMAIL = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final Pattern LOADED =
            Pattern.compile("(?:src|href)=\"" + PagesServer.MOUNT + "(/assets/[a-z.-]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/register", "/code", "/forgotten", "/reset?uid=a&token=b", "/confirm"})
    void a_page_for_guests_is_light(String path) {
        try (PagesServer server = PagesServer.with(PageSettings.defaults())) {
            assertThat(weight(server.browser("es"), path)).isLessThan(PAGE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/account", "/account/profile", "/account/change", "/account/delete", "/prove"})
    void a_page_of_the_account_is_light(String path) {
        try (PagesServer server = PagesServer.with(PageSettings.defaults())) {
            server.kit.member(EMAIL, PASSWORD);
            assertThat(weight(server.browser("es").signedIn(EMAIL, PASSWORD), path))
                    .isLessThan(PAGE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/admin/invitations", "/admin/user/merge?id=1", "/admin/sessions/end-all", "/admin/sessions"})
    void a_page_of_the_administration_is_light(String path) {
        try (AdminPeopleFixture fixture = new AdminPeopleFixture()) {
            PagesBrowser root = fixture.root();
            assertThat(root.open(path).statusCode()).isEqualTo(200);
            assertThat(weight(root, path)).isLessThan(PAGE);
        }
    }

    @Test
    void style_sheets_and_scripts_are_sent_without_their_comments() {
        try (PagesServer server = PagesServer.with(PageSettings.defaults())) {
            PagesBrowser browser = server.browser("en");
            for (String asset : new String[] {"/assets/pages.js", "/assets/admin.js"}) {
                assertThat(browser.open(asset).body().lines())
                        .contains("'use strict';")
                        .noneMatch(line -> line.strip().startsWith("//"));
            }
            assertThat(browser.open("/assets/pages.css").body())
                    .contains(":root{")
                    .doesNotContain("/* One card. */");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/pages.js", "/assets/admin.js"})
    void no_comment_swallows_what_a_script_does(String script) {
        try (PagesServer server = PagesServer.with(PageSettings.defaults())) {
            String sent = server.browser("en").open(script).body();
            assertThat(sent).doesNotContain("//");
            assertThat(sent.chars().filter(sign -> sign == '{').count())
                    .isEqualTo(sent.chars().filter(sign -> sign == '}').count());
        }
    }

    @Test
    void what_a_script_says_keeps_its_blanks() {
        try (PagesServer server = PagesServer.with(PageSettings.defaults())) {
            assertThat(server.browser("en").open("/assets/pages.js").body())
                    .contains(":is(input, select, textarea)", "const TYPED='lockstile-typed';");
        }
    }

    private static int weight(PagesBrowser browser, String path) {
        return weightOf(browser, browser.open(path).body());
    }

    /** A page with the style sheets and scripts that it loads, in bytes. */
    static int weightOf(PagesBrowser browser, String page) {
        return bytes(page)
                + LOADED.matcher(page)
                        .results()
                        .map(link -> link.group(1))
                        .distinct()
                        .mapToInt(asset -> bytes(browser.open(asset).body()))
                        .sum();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
