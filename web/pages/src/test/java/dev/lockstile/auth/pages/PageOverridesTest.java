package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.AuthSetupException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates and texts of a host replace ours one by one. */
class PageOverridesTest {

    private static final String OWN_HOME =
            "{% extends \"layout\" %}{% block content %}<h1>Acme's home</h1>{% endblock %}";

    @TempDir
    Path folder;

    @Test
    void one_template_is_replaced_and_the_others_stay() {
        try (PagesServer server = PagesServer.with(PageOverrides.none().withTemplate("home", OWN_HOME))) {
            assertThat(server.browser("en").open("/").body())
                    .contains("<h1>Acme's home</h1>", "Skip to content")
                    .doesNotContain("Sign in or create an account");
            assertThat(server.browser("en").open("/sign-in").body()).contains("Email, phone or username");
        }
    }

    @Test
    void one_text_is_replaced_in_its_language_alone() {
        PageOverrides overrides = PageOverrides.none().withText("en", "home.title", "Hello at the harbour");
        try (PagesServer server = PagesServer.with(overrides)) {
            assertThat(server.browser("en").open("/").body())
                    .contains("<h1>Hello at the harbour</h1>", "Sign in or create an account");
            assertThat(server.browser("es").open("/").body()).doesNotContain("harbour");
        }
    }

    @Test
    void a_template_a_text_and_a_token_go_together() {
        PageSettings settings = PageSettings.defaults()
                .withOverrides(PageOverrides.none()
                        .withTemplate("home", OWN_HOME)
                        .withText("pt", "signIn.title", "Entrar na Acme"))
                .withStyle(PageStyle.defaults().withProductName("Acme").withToken("primary", "#7a1f5c"));
        try (PagesServer server = PagesServer.with(settings)) {
            PagesBrowser browser = server.browser("pt");
            assertThat(browser.open("/").body()).contains("Acme's home", "· Acme</title>");
            assertThat(browser.open("/sign-in").body()).contains("<h1>Entrar na Acme</h1>");
            assertThat(browser.open("/assets/pages.css").body()).endsWith(":root {\n  --primary: #7a1f5c;\n}\n");
        }
    }

    @Test
    void a_folder_holds_templates_and_texts() throws IOException {
        Files.writeString(folder.resolve("home.html"), OWN_HOME);
        Files.writeString(folder.resolve("texts_es.properties"), "signIn.title=Señas de Acme\n");
        assertReplaced(PageOverrides.inFolder(folder));
    }

    @Test
    void so_does_a_folder_of_the_class_path_in_a_jar_or_beside_it() throws IOException {
        Path jar = folder.resolve("host.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            entry(entries, "pages/", "");
            entry(entries, "pages/home.html", OWN_HOME);
            entry(entries, "pages/texts_es.properties", "signIn.title=Señas de Acme\n");
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            assertReplaced(PageOverrides.onClassPath(loader, "pages"));
        }
        Path classes = Files.createDirectories(folder.resolve("classes/pages"));
        Files.writeString(classes.resolve("home.html"), OWN_HOME);
        Files.writeString(classes.resolve("texts_es.properties"), "signIn.title=Señas de Acme\n");
        URL root = folder.resolve("classes").toUri().toURL();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {root}, null)) {
            assertReplaced(PageOverrides.onClassPath(loader, "/pages/"));
        }
    }

    @Test
    void all_wrong_names_are_told_at_once_with_the_nearest_known_ones() throws IOException {
        Files.writeString(folder.resolve("readme.txt"), "no template");
        PageOverrides overrides = PageOverrides.inFolder(folder)
                .withTemplate("signin", "")
                .withText("en", "signIn.titel", "")
                .withText("../fr", "signIn.title", "Connexion");
        PageStyle style = PageStyle.defaults().withToken("primry", "#000");
        assertThatThrownBy(() -> PagesServer.with(
                        PageSettings.defaults().withOverrides(overrides).withStyle(style)))
                .isInstanceOfSatisfying(
                        AuthSetupException.class,
                        e -> assertThat(e.problems())
                                .hasSize(5)
                                .anyMatch(problem -> problem.contains("readme.txt"))
                                .anyMatch(problem -> problem.contains("no template signin; the nearest are sign-in,"))
                                .anyMatch(problem ->
                                        problem.contains("no text signIn.titel; the nearest are signIn.title,"))
                                .anyMatch(problem -> problem.contains("../fr is no language of two or three letters"))
                                .anyMatch(problem -> problem.contains("no token primry; the nearest are primary,")));
        assertThatThrownBy(() -> PageOverrides.inFolder(folder.resolve("missing")))
                .isInstanceOf(AuthSetupException.class);
        assertThatThrownBy(() -> PageOverrides.onClassPath(getClass().getClassLoader(), "no/such/folder"))
                .isInstanceOf(AuthSetupException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sent.", "Sent to {0} and {1}.", "Sent to {contact}.", "Sent to {1}."})
    void a_text_with_other_placeholders_is_refused(String text) {
        PageOverrides overrides = PageOverrides.none().withText("en", "verify.sent", text);
        assertThatThrownBy(() -> PagesServer.with(overrides))
                .isInstanceOf(AuthSetupException.class)
                .hasMessageContaining("verify.sent (en)")
                .hasMessageContaining("write exactly [{0}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{% if %}", "{% autoescape false %}{{ form }}{% endautoescape %}", "{{ t['brand' }}"})
    void a_template_that_does_not_compile_is_refused(String template) {
        PageOverrides overrides = PageOverrides.none().withTemplate("home", template);
        assertThatThrownBy(() -> PagesServer.with(overrides))
                .isInstanceOf(AuthSetupException.class)
                .hasMessageContaining("page-template: home");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ t['home.title'] }}",
                "{{ t['home.title'] | raw }}",
                "{{ t['home.title'] | escape('js') }}",
                "{{ t['home.title'] | escape(strategy='css') | raw }}"
            })
    void markup_in_a_text_is_escaped_whatever_the_template_does(String template) {
        PageOverrides overrides = PageOverrides.none()
                .withTemplate("home", template)
                .withText("en", "home.title", "<img src=x onerror=alert(1)>");
        try (PagesServer server = PagesServer.with(overrides)) {
            assertThat(server.browser("en").open("/").body())
                    .contains("lt;img src=x")
                    .doesNotContain("<img");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% include \"pages.css\" %}",
                "{% include \"../../../../logback-test\" %}",
                "{% include \"/etc/hostname\" %}",
                "{{ form.getClass().getName() }}",
                "{{ form.checked('a') }}",
                "{{ t.getClass() }}",
                "{{ i18n('dev.lockstile.auth.pages.texts', 'brand') }}"
            })
    void a_template_reaches_nothing_that_ours_do_not(String template) {
        try (PagesServer server = PagesServer.with(PageOverrides.none().withTemplate("home", template))) {
            assertThat(server.browser("en").open("/").statusCode()).isEqualTo(500);
        }
    }

    @Test
    void forms_of_own_templates_are_guarded_as_ours_are() {
        String form = "<form method=\"post\" action=\"{{ base }}/sign-in\">"
                + "<input type=\"hidden\" name=\"csrf\" value=\"{{ csrf }}\"></form>";
        try (PagesServer server = PagesServer.with(PageOverrides.none().withTemplate("sign-in", form))) {
            PagesBrowser browser = server.browser("en");
            browser.open("/sign-in");
            Map<String, String> fields = Map.of("login", "ana@example.com", "password", "plum-harbour-4417");
            assertThat(browser.submitFromElsewhere("/sign-in", fields).statusCode())
                    .isEqualTo(403);
            assertThat(browser.submit("/sign-in", fields).statusCode()).isEqualTo(401);
            assertThat(server.browser("en").submit("/sign-in", fields).statusCode())
                    .isEqualTo(403);
        }
    }

    private static void assertReplaced(PageOverrides overrides) {
        try (PagesServer server = PagesServer.with(overrides)) {
            PagesBrowser browser = server.browser("es");
            assertThat(browser.open("/").body()).contains("Acme's home");
            assertThat(browser.open("/sign-in").body()).contains("<h1>Señas de Acme</h1>");
        }
    }

    private static void entry(JarOutputStream jar, String name, String content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content.getBytes(StandardCharsets.UTF_8));
        jar.closeEntry();
    }
}
