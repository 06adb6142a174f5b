package dev.lockstile.examples.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.http.AuthServlet;
import dev.lockstile.auth.http.settings.EndpointGroup;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.pages.PageOverrides;
import dev.lockstile.auth.pages.PageSettings;
import dev.lockstile.auth.pages.PageStyle;
import dev.lockstile.auth.pages.PagesServlet;
import dev.lockstile.auth.testkit.AuthTestKit;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages as docs/pages.md mounts them. */
class MountedPagesTest {

    @TempDir
    Path templates;

    @Test
    void the_pages_are_served_under_their_path() throws Exception {
        assertThat(get(MountedPagesTest::mount, "/account/sign-in")).contains("action=\"/account/sign-in/ways\"");
    }

    @Test
    void a_host_brings_its_own_style_texts_and_templates() throws Exception {
        Files.writeString(templates.resolve("home.html"), "Home of {{ t['brand'] }}");
        assertThat(get((auth, web) -> mountOwn(auth, web, templates), "/account/"))
                .isEqualTo("Home of Acme");
        assertThat(get((auth, web) -> mountOwn(auth, web, templates), "/account/assets/pages.css"))
                .contains("--primary: #7a1f5c;");
    }

    @Test
    void ten_common_changes_do_what_the_document_says() throws Exception {
        String sheet = get((auth, web) -> mountChanged(web, auth), "/account/assets/pages.css");
        assertThat(sheet.substring(sheet.lastIndexOf(":root")))
                .contains(
                        "--card-width: 30rem;",
                        "--font: \"Acme Sans\", sans-serif;",
                        "--primary: #7a1f5c;",
                        "--radius: 4px;",
                        "--scheme: light;");
        assertThat(get((auth, web) -> mountChanged(web, auth), "/account/sign-in"))
                .contains(
                        "<h1>Welcome to Acme</h1>",
                        "src=\"/static/acme.svg\"",
                        "href=\"/static/icon.svg\"",
                        " · Acme</title>",
                        "<a href=\"/privacy\">Privacy</a>");
    }

    @Test
    void a_closed_system_registers_nobody() throws Exception {
        assertThat(get(MountedPagesTest::mountClosed, "/account/sign-in"))
                .contains("action=\"/account/sign-in/ways\"")
                .doesNotContain("/register");
        assertThat(get(MountedPagesTest::mountClosed, "/account/register")).doesNotContain("<form method=\"post\"");
    }

    // spotless:off
    private static void mount(Auth auth, ServletContextHandler web) {
        // region: mount
        PagesServlet pages = new PagesServlet(auth, PageSettings.defaults());
        web.addServlet(new ServletHolder(pages), "/account/*");
        // end: mount
    }

    private static void mountClosed(Auth auth, ServletContextHandler web) {
        // region: closed
        HttpSettings http = HttpSettings.defaults().without(EndpointGroup.SIGN_UP);
        web.addServlet(new ServletHolder(new AuthServlet(auth, http)), "/auth/*");
        web.addServlet(new ServletHolder(new PagesServlet(auth, PageSettings.from(http))), "/account/*");
        // end: closed
    }

    private static void mountOwn(Auth auth, ServletContextHandler web, Path folder) {
        // region: own
        PageSettings settings = PageSettings.defaults()
                .withStyle(PageStyle.defaults()
                        .withProductName("Acme")
                        .withLogo("/static/acme.svg")
                        .withToken("primary", "#7a1f5c"))
                .withOverrides(PageOverrides.inFolder(folder)
                        .withText("en", "signIn.title", "Sign in to Acme"));
        web.addServlet(new ServletHolder(new PagesServlet(auth, settings)), "/account/*");
        // end: own
    }

    private static void mountChanged(ServletContextHandler web, Auth auth) {
        // region: changes
        PageStyle style = PageStyle.defaults()
                .withProductName("Acme")
                .withLogo("/static/acme.svg")
                .withIcon("/static/icon.svg")
                .withToken("primary", "#7a1f5c")                // buttons, links, ring, tints
                .withToken("scheme", "light")                   // no dark pages
                .withToken("radius", "4px")                     // corners
                .withToken("font", "\"Acme Sans\", sans-serif") // type
                .withToken("card-width", "30rem");              // a wider card
        PageOverrides words = PageOverrides.none()
                .withText("en", "signIn.title", "Welcome to Acme")
                .withTemplate("foot", "<a href=\"/privacy\">Privacy</a>");
        PageSettings settings = PageSettings.defaults().withStyle(style).withOverrides(words);
        // end: changes
        web.addServlet(new ServletHolder(new PagesServlet(auth, settings)), "/account/*");
    }
    // spotless:on

    private static String get(BiConsumer<Auth, ServletContextHandler> mount, String path) throws Exception {
        Server server = new Server(0);
        ServletContextHandler web = new ServletContextHandler("/");
        server.setHandler(web);
        try (AuthTestKit kit = AuthTestKit.inMemory()) {
            mount.accept(kit.auth(), web);
            server.start();
            int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        } finally {
            server.stop();
        }
    }
}
