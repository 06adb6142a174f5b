package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.message.MailStyle;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Product name, logo and style tokens of a host. */
class PageStyleTest {

    @Test
    void one_token_is_set_and_the_others_stay() {
        PageStyle style = PageStyle.defaults().withToken("font", "\"Acme Sans\", sans-serif");
        try (PagesServer server = with(style)) {
            String sheet = server.browser("en").open("/assets/pages.css").body();
            assertThat(sheet)
                    .contains(";--primary:#3455db;")
                    .endsWith(":root {\n  --font: \"Acme Sans\", sans-serif;\n}\n");
            assertThat(server.browser("en").open("/").body()).doesNotContain("<style", "style=");
        }
    }

    @Test
    void a_host_chooses_light_or_dark() {
        PageStyle light = PageStyle.defaults().withToken("scheme", "light");
        assertThat(sheet(light)).endsWith(":root {\n  --scheme: light;\n}\n");
        PageStyle both = PageStyle.defaults().withToken("background", "light-dark(#fff, #000)");
        assertThat(sheet(both)).endsWith(":root {\n  --background: light-dark(#fff, #000);\n}\n");
    }

    @Test
    void one_colour_for_the_ground_chooses_the_light() {
        PageStyle style = PageStyle.defaults().withToken("background", "#fafafa");
        assertThat(sheet(style)).contains("  --scheme: light;\n");
        PageStyle dark = style.withToken("scheme", "dark");
        assertThat(sheet(dark)).contains("  --scheme: dark;\n");
    }

    @Test
    void mails_wear_the_accent_and_the_logo_of_the_pages() {
        PageStyle style = PageStyle.defaults().withLogo("/static/logo.png").withToken("primary", "#7a1f5c");
        URI logo = URI.create("https://acme.example/static/logo.png");
        assertThat(style.mailStyle(URI.create("https://acme.example")))
                .isEqualTo(MailStyle.defaults().withAccent("#7a1f5c").withLogo(logo));
        assertThat(style.withToken("primary", "rgb(1 2 3)").mailStyle(URI.create("http://localhost:8080")))
                .isEqualTo(MailStyle.defaults());
    }

    private static String sheet(PageStyle style) {
        try (PagesServer server = with(style)) {
            return server.browser("en").open("/assets/pages.css").body();
        }
    }

    @Test
    void the_product_name_is_escaped() {
        PageStyle style = PageStyle.defaults().withProductName("<b>Acme</b> & \"Sons\"");
        try (PagesServer server = with(style)) {
            assertThat(server.browser("pt").open("/").body())
                    .contains("&lt;b&gt;Acme&lt;/b&gt; &amp; &quot;Sons&quot;</title>")
                    .doesNotContain("<b>");
        }
    }

    @Test
    void logo_and_icon_are_images_of_this_site() {
        PageStyle style = PageStyle.defaults().withLogo("/static/logo.svg").withIcon("/static/icon.png");
        try (PagesServer server = with(style)) {
            assertThat(server.browser("en").open("/").body())
                    .contains("<img class=\"logo\" src=\"/static/logo.svg\" alt=\"\">", "href=\"/static/icon.png\"");
        }
        assertThatThrownBy(() -> PageStyle.defaults().withLogo("https://cdn.example/logo.svg"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PageStyle.defaults().withIcon("//cdn.example/icon.svg"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#fff",
                "rgb(23 70 143 / 50%)",
                "oklch(40% 0.2 260)",
                "calc(1rem + 2px)",
                "'Noto Sans', system-ui",
                "url(/static/back.png)",
                "#fff url(/static/back.png)"
            })
    void a_colour_a_length_a_font_and_an_image_of_this_site_are_values(String value) {
        with(PageStyle.defaults().withToken("background", value)).close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "red; color: blue",
                "red } body { color: blue",
                "</style><script>",
                "url(https://evil.example/x)",
                "url(//evil.example/x)",
                "url('https://evil.example/x')",
                "URL(//evil.example/x)",
                "\\75rl(//evil.example/x)",
                "url(/a) url(//evil.example/x)",
                "image-set('//evil.example/x' 1x)",
                "src('//evil.example/x')",
                "ur/**/l(//evil.example)",
                "red /*",
                "'open",
                "rgb(1, 2",
                "red)",
                "red\n} body {",
                "var(--text)"
            })
    void a_value_that_leaves_its_declaration_or_the_site_is_refused(String value) {
        assertThatThrownBy(() -> with(PageStyle.defaults().withToken("primary", value)))
                .isInstanceOf(AuthSetupException.class)
                .hasMessageContaining("page-token: the value of primary is refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "A\nB"})
    void a_product_name_is_one_line(String name) {
        assertThatThrownBy(() -> with(PageStyle.defaults().withProductName(name)))
                .isInstanceOf(AuthSetupException.class);
    }

    private static PagesServer with(PageStyle style) {
        return PagesServer.with(PageSettings.defaults().withStyle(style));
    }
}
