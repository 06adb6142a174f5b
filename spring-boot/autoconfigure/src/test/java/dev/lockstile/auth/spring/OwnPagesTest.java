package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.message.MessageTemplates;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.pages.PageOverrides;
import dev.lockstile.auth.pages.PageSettings;
import dev.lockstile.auth.pages.PageStyle;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages and e-mails of a Boot application in its own style, words and languages, as docs/pages.md shows. */
class OwnPagesTest {

    @Test
    void a_boot_application_changes_logo_colours_a_template_a_text_a_language_and_the_mails() {
        ShopHost host = ShopHost.onH2().withSecurity().with(Own.class).with("lockstile.pages.path", "/account");
        try (ConfigurableApplicationContext context = host.start()) {
            CookieBrowser browser = CookieBrowser.of(context);
            assertThat(browser.get("/account/sign-in").body())
                    .contains("/static/acme.svg", "<a href=\"/help\">Help</a>", "<h1>Welcome to Acme</h1>", "Italiano");
            assertThat(browser.get("/account/sign-in", "Accept-Language", "it").body())
                    .contains("<h1>Benvenuti da Acme</h1>");
            assertThat(browser.get("/account/assets/pages.css").body()).contains("--primary: #7a1f5c;");
            assertThat(context.getBean(MessageTemplates.class)
                            .render(
                                    MessageKind.RESET_PASSWORD,
                                    Channel.EMAIL,
                                    Locale.FRENCH,
                                    Map.of("service", "Acme", "link", "https://acme.example/reset", "minutes", "5"))
                            .html())
                    .contains("https://acme.example/static/acme.svg", "#7a1f5c", "Définir un nouveau mot de passe");
        }
    }

    @Test
    void properties_choose_the_fields_the_ways_and_the_addresses_of_terms() {
        ShopHost host = ShopHost.onH2()
                .withSecurity()
                .with("lockstile.pages.path", "/account")
                .with("lockstile.pages.one-name-field", "true")
                .with("lockstile.pages.sign-in-on-one-page", "true")
                .with("lockstile.pages.ways", "code,password")
                .with("lockstile.pages.terms", "/terms")
                .with("lockstile.pages.privacy", "https://acme.example/privacy");
        try (ConfigurableApplicationContext context = host.start()) {
            CookieBrowser browser = CookieBrowser.of(context);
            assertThat(browser.get("/account/register").body())
                    .contains("href=\"/terms\"", "href=\"https://acme.example/privacy\"")
                    .doesNotContain("name=\"last_name_1\"");
            String signIn = browser.get("/account/sign-in").body();
            assertThat(signIn).contains("name=\"password\"");
            assertThat(signIn.indexOf("/account/code\"")).isLessThan(signIn.indexOf("name=\"password\""));
        }
    }

    @Test
    void a_way_that_is_none_stops_the_start() {
        ShopHost host = ShopHost.onH2()
                .withSecurity()
                .with("lockstile.pages.path", "/account")
                .with("lockstile.pages.ways", "fax");
        assertThatThrownBy(host::start).rootCause().hasMessageContaining("pages-entry-unusable");
    }

    // spotless:off
    @Configuration(proxyBeanMethods = false)
    static class Own {
        // region: boot
        private final PageStyle style = PageStyle.defaults()
                .withLogo("/static/acme.svg")
                .withToken("primary", "#7a1f5c");

        @Bean
        PageSettings pages(HttpSettings http) {
            return PageSettings.from(http).withStyle(style).withOverrides(PageOverrides.none()
                    .withTemplate("foot", "<a href=\"/help\">Help</a>")
                    .withText("en", "signIn.title", "Welcome to Acme")
                    .withText("it", "signIn.title", "Benvenuti da Acme"));
        }

        @Bean
        MessageTemplates mails() {
            return MessageTemplates.builtIn(Locale.ENGLISH, style.mailStyle(URI.create("https://acme.example")));
        }
        // end: boot
    }
    // spotless:on
}
