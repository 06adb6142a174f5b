package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page in every language, with our templates, texts and style. */
class DefaultPagesTest {

    private static final String EMAIL = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "pt", "de", "fr"})
    void every_page_renders(String language) {
        try (PagesServer server = PagesServer.with(PageSettings.defaults().withApiPage("/openapi.json"))) {
            server.kit.member(EMAIL, PASSWORD);
            PagesBrowser anybody = server.browser(language);
            List.of(
                            "/",
                            "/api",
                            "/sign-in",
                            "/code",
                            "/link",
                            "/link?token=abc",
                            "/link/sent",
                            "/register",
                            "/register/sent",
                            "/confirm",
                            "/forgotten",
                            "/reset")
                    .forEach(path -> rendered(anybody.open(path), path, language));
            assertThat(anybody.open("/nowhere").statusCode()).isEqualTo(404);
            anybody.open("/code");
            HttpResponse<String> asked = anybody.submit("/code", Map.of("contact", EMAIL));
            assertThat(asked.statusCode()).as(asked.body()).isEqualTo(303);
            rendered(anybody.open("/code/verify"), "/code/verify", language);
            PagesBrowser ana = server.browser(language).signedIn(EMAIL, PASSWORD);
            List.of("/account", "/account/change", "/account/password", "/account/profile", "/account/delete", "/prove")
                    .forEach(path -> rendered(ana.open(path), path, language));
            ana.open("/account/change");
            assertThat(ana.submit("/account/change", Map.of("contact", "new@example.com"))
                            .statusCode())
                    .isEqualTo(303);
            rendered(ana.open("/account/change/confirm"), "/account/change/confirm", language);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"account", "admin", "admin-figures", "admin-list", "admin-user", "layout", "parts"})
    void every_template_compiles(String name) {
        assertThat(new TemplateEngine(new PageTemplates(Map.of())).problem(name))
                .isEmpty();
    }

    private static void rendered(HttpResponse<String> page, String path, String language) {
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Language")).as(path).contains(language);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .as(path)
                .contains("default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
                        + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
        assertThat(page.body()).as(path).contains("<html lang=\"" + language + "\">", "</html>");
    }
}
