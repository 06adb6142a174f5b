package dev.lockstile.examples.quickstart;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.admin.HostList;
import dev.lockstile.auth.apikey.ApiKeySettings;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.impersonation.ImpersonationSettings;
import dev.lockstile.auth.message.MailStyle;
import dev.lockstile.auth.message.MessageTemplates;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.notice.NoticeSettings;
import dev.lockstile.auth.pages.EntrySettings;
import dev.lockstile.auth.pages.PageSettings;
import dev.lockstile.auth.pages.PagesServlet;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.jspecify.annotations.Nullable;

/**
 * A host in memory with the pages that the quickstart leaves out: other sites, API keys, accounts of programs, roles,
 * days of grace, notices, imports; {@code /dev/mails} is each kind of e-mail. {@code browser-check} starts it beside the quickstart. The list {@code broken} fails;
 * after {@code /dev/outage/on} the store is not there, until {@code /dev/outage/off}.
 */
final class EveryPageHost {

    private static final List<String> NAMES = List.of(
            "Maximiliane Freifrau von Hohenstein-Wallerberg", "Li Wei", "Zoë Ångström", "Ibrahim Al-Sayed", "Ana Ruiz");
    private static final Map<String, String> OTHER_SITES = Map.of(
            "QUICKSTART_OIDC_GOOGLE_ISSUER", "https://accounts.google.com",
            "QUICKSTART_OIDC_GOOGLE_CLIENT_ID", "none",
            "QUICKSTART_OIDC_MICROSOFT_ISSUER", "https://login.microsoftonline.com/common/v2.0",
            "QUICKSTART_OIDC_MICROSOFT_CLIENT_ID", "none");

    private EveryPageHost() {}

    /** Serves until the process is ended: the port, and the password of {@code root@example.com}. */
    public static void main(String[] arguments) {
        WebServer server = WebServer.bind(Integer.parseInt(arguments[0]));
        QuickstartSettings settings = QuickstartSettings.from(
                Map.of("QUICKSTART_LIMITS", "on", "QUICKSTART_TRUSTED_PROXIES", "127.0.0.1,::1"));
        DevInbox inbox = new DevInbox(Clock.systemUTC());
        InMemoryAuthStore store = new InMemoryAuthStore();
        Auth auth = auth(settings, AuthTestKit.quick(Application.settings(settings, server.port())), store, inbox);
        fill(auth, Secret.of(arguments[1]));
        EntrySettings entry = EntrySettings.defaults()
                .withTerms("https://acme.example/terms")
                .withPrivacy("https://acme.example/privacy");
        PageSettings pages = PageSettings.from(settings.http())
                .withEntry(entry)
                .withAdministration(store.adminLists(IdentifierRules.standard()))
                .withImportRuns(EveryPageHost::runs)
                .withHostList(new Broken());
        server.serve(auth, settings.http(), context -> {
            context.addServlet(new ServletHolder(new PagesServlet(auth, pages)), "/*");
            DevServlet.mount(context, inbox);
            context.addServlet(new ServletHolder(new Outage(store)), "/dev/outage/*");
            context.addServlet(
                    new ServletHolder(new SampleMails(MessageTemplates.builtIn(
                            Locale.ENGLISH,
                            MailStyle.defaults()
                                    .withSignInPage(settings.page(server.port(), "/sign-in"))
                                    .withSupport("help@acme.example")))),
                    "/dev/mails");
        });
        server.join();
    }

    private static Auth auth(
            QuickstartSettings settings, AuthSettings figures, InMemoryAuthStore store, DevInbox inbox) {
        String origin = "http://localhost:" + figures.links().confirmPage().getPort();
        return Auth.builder(store)
                .settings(figures)
                .keys(AuthKeys.generate())
                .sms(inbox.keeping(settings.senders().sms()))
                .email(inbox.keeping(settings.senders().email()))
                .secondFactors(SecondFactorSettings.optional().allowTrustedBrowsers())
                .social(new SocialEnvironment(OTHER_SITES).settings(origin).orElseThrow())
                .passkeys(settings.passkeys(figures.links().confirmPage().getPort()))
                .apiKeys(ApiKeySettings.withPrefix("acme").withScopes("orders:read", "orders:write"))
                .roles(
                        Role.named("USER").may("orders:read", "orders:write"),
                        Role.named("support").may(AdminPermission.values()),
                        Role.named("exporter")
                                .may("orders:read", "orders:export")
                                .forPrograms())
                .impersonation(ImpersonationSettings.standard())
                .deletionGrace(Duration.ofDays(14))
                .signInNotices(NoticeSettings.of(URI.create(origin + "/not-me")))
                .build()
                .start();
    }

    private static void fill(Auth auth, Secret password) {
        auth.admin().createFirstSuperuser(new NewAdmin("root@example.com", password, NewAdmin.Rank.SUPERUSER));
        for (int i = 0; i < 60; i++) {
            String[] name = NAMES.get(i % NAMES.size()).split(" ", 2);
            auth.registrations()
                    .register(new Registration(
                            new Registration.Identifiers("person" + i + "@example.com", null, null),
                            password,
                            new Person(name[0], name[1], null, null, null),
                            true,
                            new Registration.RegistrationClient("en", "192.0.2." + i)));
        }
    }

    private static AdminLists.Page runs() {
        Instant now = Instant.now();
        return new AdminLists.Page(
                List.of(
                        "runId",
                        "sourceSystem",
                        "preset",
                        "status",
                        "rowsRead",
                        "rowsQuarantined",
                        "startedAt",
                        "endedAt"),
                List.of(
                        run("r3", "RUNNING", 48_213, now.minusSeconds(90), null),
                        run("r2", "DONE", 1_204_771, now.minusSeconds(90_000), now.minusSeconds(86_000))),
                null);
    }

    private static Map<String, @Nullable Object> run(
            String id, String state, long read, Instant began, @Nullable Instant ended) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("runId", id);
        row.put("sourceSystem", "shop");
        row.put("preset", "django");
        row.put("status", state);
        row.put("rowsRead", read);
        row.put("rowsQuarantined", read / 9_000);
        row.put("peopleShare", ended == null ? 40L : 100L);
        row.put("startedAt", began);
        row.put("endedAt", ended);
        return row;
    }

    private static final class Broken implements HostList {
        @Override
        public Description description() {
            return Description.of("broken", "Orders", "orders:read");
        }

        @Override
        public AdminLists.Page page(Query query) {
            throw new IllegalStateException("this list fails for the picture of the error page");
        }
    }

    private static final class Outage extends HttpServlet {

        private static final long serialVersionUID = 1L;

        private final transient InMemoryAuthStore store;

        Outage(InMemoryAuthStore store) {
            this.store = store;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            if ("/on".equals(request.getPathInfo())) {
                store.goDown();
            } else {
                store.comeBack();
            }
        }
    }
}
