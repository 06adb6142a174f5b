package dev.lockstile.examples.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.http.AuthServlet;
import dev.lockstile.auth.http.settings.EndpointGroup;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.message.MessageTemplates;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.pages.EntrySettings;
import dev.lockstile.auth.pages.PageEnd;
import dev.lockstile.auth.pages.PageOverrides;
import dev.lockstile.auth.pages.PageSettings;
import dev.lockstile.auth.pages.PageStyle;
import dev.lockstile.auth.pages.PagesServlet;
import dev.lockstile.auth.pages.SignInWay;
import dev.lockstile.auth.testkit.AuthTestKit;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    void links_in_messages_lead_to_pages_that_are_served() throws Exception {
        LinkSettings links;
        try (AuthTestKit kit = AuthTestKit.inMemory()) {
            links = mount(kit.auth(), new ServletContextHandler("/"));
        }
        for (URI page : List.of(links.confirmPage(), links.resetPage())) {
            assertThat(answer(MountedPagesTest::mount, page.getPath()).statusCode())
                    .as(page.getPath())
                    .isEqualTo(200);
        }
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
                        "<a href=\"/help\">Help</a>",
                        "<a href=\"/terms\">Terms</a> <a href=\"/privacy\">Privacy</a>",
                        ">Italiano</a>");
        assertThat(get((auth, web) -> mountChanged(web, auth), "/account/register"))
                .contains("name=\"name\"", "<a href=\"/terms\" target=\"_blank\"");
        Map<String, String> values = Map.of("service", "Acme", "code", "123456", "minutes", "5");
        try (AuthTestKit kit = AuthTestKit.inMemory()) {
            assertThat(mountChanged(new ServletContextHandler("/"), kit.auth())
                            .render(MessageKind.LOGIN_CODE, Channel.EMAIL, Locale.GERMAN, values)
                            .html())
                    .contains("https://acme.example/static/acme.svg", "Ihr Code");
        }
    }

    @Test
    void a_closed_system_registers_nobody() throws Exception {
        assertThat(get(MountedPagesTest::mountClosed, "/account/sign-in"))
                .contains("action=\"/account/sign-in/ways\"")
                .doesNotContain("/register");
        assertThat(get(MountedPagesTest::mountClosed, "/account/register")).doesNotContain("<form method=\"post\"");
    }

    // spotless:off
    private static LinkSettings mount(Auth auth, ServletContextHandler web) {
        // region: mount
        LinkSettings links = LinkSettings.of(
                URI.create("https://acme.example/account/confirm"), URI.create("https://acme.example/account/reset"));
        PagesServlet pages = new PagesServlet(auth, PageSettings.defaults());
        web.addServlet(new ServletHolder(pages), "/account/*");
        // end: mount
        return links;
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

    private static MessageTemplates mountChanged(ServletContextHandler web, Auth auth) {
        // region: changes
        PageStyle style = PageStyle.defaults()
                .withProductName("Acme")                        // 1. the name
                .withLogo("/static/acme.svg")                   // 2. the logo, and the icon of the tab
                .withIcon("/static/icon.svg")
                .withToken("primary", "#7a1f5c")                // 3. buttons, links, ring, tints
                .withToken("scheme", "light")                   // 4. no dark pages
                .withToken("radius", "4px")                     // 5. corners, type and the width of the card
                .withToken("font", "\"Acme Sans\", sans-serif")
                .withToken("card-width", "30rem");
        PageOverrides own = PageOverrides.none()
                .withText("en", "signIn.title", "Welcome to Acme")                 // 6. one text
                .withTemplate("foot", "<a href=\"/help\">Help</a>")                // 7. a slot, or a whole template
                .withText("it", "signIn.title", "Benvenuti da Acme");              // 8. a further language
        EntrySettings entry = EntrySettings.defaults()
                .withWays(SignInWay.CODE, SignInWay.PASSWORD)                      // 9. the ways in and their order
                .withTerms("/terms").withPrivacy("/privacy").withOneNameField()
                .withLandingPage(PageEnd.SIGN_OUT, "/goodbye");
        PageSettings settings = PageSettings.defaults().withStyle(style).withOverrides(own).withEntry(entry);
        web.addServlet(new ServletHolder(new PagesServlet(auth, settings)), "/account/*");
        MessageTemplates mails = MessageTemplates.builtIn(                         // 10. the mails: AuthBuilder.templates(mails)
                Locale.ENGLISH, style.mailStyle(URI.create("https://acme.example")));
        // end: changes
        return mails;
    }
    // spotless:on

    private static String get(BiConsumer<Auth, ServletContextHandler> mount, String path) throws Exception {
        return answer(mount, path).body();
    }

    private static HttpResponse<String> answer(BiConsumer<Auth, ServletContextHandler> mount, String path)
            throws Exception {
        Server server = new Server(0);
        ServletContextHandler web = new ServletContextHandler("/");
        server.setHandler(web);
        try (AuthTestKit kit = AuthTestKit.inMemory()) {
            mount.accept(kit.auth(), web);
            server.start();
            int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .build();
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } finally {
            server.stop();
        }
    }
}
