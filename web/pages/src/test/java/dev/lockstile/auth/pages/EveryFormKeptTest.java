package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.ServiceAccountAdministration.ServiceAccount;
import dev.lockstile.auth.apikey.ApiKeySettings;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.field.HostField;
import dev.lockstile.auth.impersonation.ImpersonationSettings;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.testkit.TestSocialProvider;
import dev.lockstile.auth.throttle.ThrottleSettings;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every form behind a sign-in, found on the pages that the routes name: what was typed stands in it again where the
 * session had ended meanwhile, and nothing was done.
 */
final class EveryFormKeptTest {

    private static final String ROOT = "root@example.com";
    private static final String ANA = "ana@example.com";
    private static final String BEA = "bea@example.com";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final Pattern FORM = Pattern.compile("(?s)<form ([^>]*)>(.*?)</form>");
    private static final Pattern FIELD = Pattern.compile("<(input|textarea) ([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)=\"([^\"]*)\"");
    private static final Map<String, String> TYPED = Map.of(
            "text", "Typed 7",
            "email", "typed@example.com",
            "tel", "+525512345678",
            "date", "2031-05-17",
            "number", "7",
            "datetime-local", "2031-05-17T10:30");

    /** Pages of a form that a secret alone is typed into, and of what is shown once. */
    private static final Set<String> OPENED_OTHERWISE = Set.of("/account/change/confirm", "/prove");

    private PagesServer server;
    private Auth auth;
    private Routes routes;
    private UserId ana;
    private UserId program;

    @BeforeEach
    void begin() {
        InMemoryAuthStore store = new InMemoryAuthStore();
        PageSettings settings =
                PageSettings.defaults().withAdministration(store.adminLists(IdentifierRules.standard()));
        server = new PagesServer(
                AuthTestKit.of(Auth.builder(store)
                        .settings(AuthTestKit.settings()
                                .withThrottles(ThrottleSettings.owasp().turnEverythingOff()))
                        .secondFactors(SecondFactorSettings.optional().allowTrustedBrowsers())
                        .impersonation(ImpersonationSettings.standard().allowOneFactor())
                        .social(SocialSettings.of(TestSocialProvider.named("corp"))
                                .returningTo("https://acme.example"))
                        .apiKeys(ApiKeySettings.withPrefix("acme"))
                        .audit(new ListenedTrail())
                        .profileFields(HostField.text("badge", 9000))
                        .roles(Role.named("exporter").may("orders:read").forPrograms(), Role.named("desk"))),
                settings);
        auth = server.kit.auth();
        routes = PageRoutes.of(auth, settings);
        auth.admin().createFirstSuperuser(new NewAdmin(ROOT, Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER));
        server.kit.member(ANA, PASSWORD);
        server.kit.member(BEA, PASSWORD);
        ana = id(ANA);
        program = program();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void what_was_typed_is_there_after_the_sign_in() {
        Set<String> forms = new TreeSet<>();
        List<String> lost = new ArrayList<>();
        for (String path : routes.readable()) {
            if (path.contains("/account") || path.contains("/admin") || OPENED_OTHERWISE.contains(path)) {
                for (String address : addresses(path)) {
                    HttpResponse<String> page = in().open(address);
                    for (TypedForm form : page.statusCode() == 200 ? forms(page.body()) : List.<TypedForm>of()) {
                        if (forms.add(form.path())) {
                            lost.addAll(lost(address, form));
                        }
                    }
                }
            }
        }
        assertThat(lost).isEmpty();
        assertThat(forms)
                .contains("/account/profile", "/admin/user/merge", "/admin/user/service-key")
                .hasSizeGreaterThan(26);
    }

    private List<String> addresses(String path) {
        String other = "&account=" + id(BEA) + "&act=disable&select=" + ana;
        return path.startsWith("/admin")
                ? List.of(path + "?id=" + ana + other, path + "?id=" + program + other)
                : List.of(path);
    }

    /** The fields whose text is gone, after the form was sent in a session that had ended. */
    private List<String> lost(String address, TypedForm form) {
        PagesBrowser root = in();
        root.open(address);
        auth.admin().endSessions(id(ROOT));
        HttpResponse<String> led = root.submit(form.path(), form.all());
        assertThat(location(led)).as(form.path()).startsWith(PagesServer.MOUNT + "/sign-in?next=");
        HttpResponse<String> asked = root.openOnSite(location(led));
        String next = asked.body().replaceAll("(?s).*name=\"next\" value=\"([^\"]+)\".*", "$1");
        HttpResponse<String> signedIn = root.submit(
                "/sign-in", Map.of("login", ROOT, "password", PASSWORD, "next", next.replace("&amp;", "&")));
        String shown = root.openOnSite(location(signedIn)).body();
        return form.typed().entrySet().stream()
                .filter(field -> !shown.contains("value=\"" + field.getValue() + '"')
                        && !shown.contains('>' + field.getValue() + "</textarea>"))
                .map(field -> form.path() + ": " + field.getKey())
                .toList();
    }

    private static List<TypedForm> forms(String body) {
        List<TypedForm> all = new ArrayList<>();
        Matcher form = FORM.matcher(body);
        while (form.find()) {
            Map<String, String> attributes = attributes(form.group(1));
            String path = attributes.getOrDefault("action", "").replaceFirst(PagesServer.MOUNT, "");
            Map<String, String> hidden = new HashMap<>();
            Map<String, String> typed = typed(form.group(2), hidden);
            if ("post".equals(attributes.get("method")) && !typed.isEmpty()) {
                all.add(new TypedForm(path, typed, hidden));
            }
        }
        return all;
    }

    /** What a person may type into the fields of a form, secrets apart. */
    private static Map<String, String> typed(String form, Map<String, String> hidden) {
        Map<String, String> typed = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(form);
        while (field.find()) {
            Map<String, String> attributes = attributes(field.group(2));
            String type = attributes.getOrDefault("type", "text");
            String name = attributes.getOrDefault("name", "");
            boolean secret = "one-time-code".equals(attributes.get("autocomplete")) || name.equals("code");
            if (type.equals("hidden") && !name.equals("csrf")) {
                hidden.put(name, attributes.getOrDefault("value", ""));
            } else if (TYPED.containsKey(type) && !secret && !field.group(2).contains("readonly")) {
                typed.put(name, TYPED.get(type));
            }
        }
        return typed;
    }

    private static Map<String, String> attributes(String tag) {
        Map<String, String> all = new HashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(tag);
        while (attribute.find()) {
            all.put(attribute.group(1), attribute.group(2));
        }
        return all;
    }

    private UserId program() {
        String token = server.kit.signIn(ROOT, PASSWORD).tokens().access().reveal();
        return auth.admin()
                .createServiceAccountAs(
                        auth.sessions().authenticate(token).orElseThrow(),
                        new ServiceAccount("nightly", "exporter"),
                        "ticket 1")
                .orElseThrow()
                .id();
    }

    private PagesBrowser in() {
        return server.browser("en").signedIn(ROOT, PASSWORD);
    }

    private UserId id(String email) {
        return server.kit.signIn(email, PASSWORD).user().id();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private record TypedForm(String path, Map<String, String> typed, Map<String, String> hidden) {

        Map<String, String> all() {
            Map<String, String> all = new HashMap<>(hidden);
            all.putAll(typed);
            return all;
        }
    }
}
