package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.account.NewAdmin;
import dev.lockstile.auth.account.NewAdminResult;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileStatus;
import dev.lockstile.auth.model.Right;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.CurrentCaller;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A host's own servlets behind the filter. */
class BearerAuthFilterTest extends WholeStack {

    private Server host;
    private TestClient api;
    private final CurrentCaller current = new CurrentCaller();

    @BeforeEach
    void startHost() throws Exception {
        HttpSettings settings = HttpSettings.defaults().withSnakeCase().withClock(clock);
        BearerAuthFilter filter = BearerAuthFilter.of(auth, settings);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(new WhoCalls()), "/*");
        map(context, filter, "/api/*");
        map(context, filter.demandingRole("ADMIN"), "/admin/*");
        map(context, filter.demandingRight(Right.SUPERUSER), "/root/*");
        map(context, filter.demandingRecentProof(), "/sensitive/*");
        map(context, filter.demandingRecentProof().demandingRole("USER"), "/recent-role/*");
        map(context, filter.demandingRole("USER").demandingRecentProof(), "/role-recent/*");
        map(context, filter.demandingRole("ADMIN").demandingRecentProof(), "/admin-recent/*");
        map(context, filter.demandingRight(Right.SUPERUSER).demandingRecentProof(), "/root-recent/*");
        map(context, filter.demandingRecentProof().demandingRight(Right.SUPERUSER), "/recent-right/*");
        map(context, filter.demandingRole("USER").demandingRole("ADMIN"), "/both/*");
        map(context, filter.sharing(current).demandingRecentProof(), "/shared/*");
        context.addServlet(new ServletHolder(new WhoIsHeld(current)), "/shared/*");
        context.addServlet(new ServletHolder(new WhoIsHeld(current)), "/open/*");
        host = new Server(new InetSocketAddress("127.0.0.1", 0));
        host.setHandler(context);
        host.start();
        api = new TestClient(((ServerConnector) host.getConnectors()[0]).getLocalPort());
        account("ana@example.com");
    }

    @AfterEach
    void stopHost() throws Exception {
        host.stop();
    }

    @Test
    void a_valid_token_is_let_in_and_named() {
        String access = access(tokens("ana@example.com"));
        String[] told = bearing(access).get("/api/orders").text().split(" ");
        Caller caller = auth.sessions().authenticate(access).orElseThrow();
        assertThat(told)
                .containsExactly(
                        caller.user().toString(),
                        caller.profile().toString(),
                        caller.authTime().toString(),
                        caller.user().toString(),
                        "true",
                        "false",
                        "false",
                        "false");
    }

    @Test
    void no_role_opens_what_a_right_opens() {
        account("root@example.com");
        for (String role : List.of("superuser", "SUPERUSER", "right:superuser", "sup\u0435ruser")) {
            String access = actingAs("ana@example.com", role);
            assertThat(bearing(access).get("/api/me").text()).as(role).endsWith(" false false");
            assertThat(bearing(access).get("/root/users").code()).as(role).isEqualTo("forbidden");
        }
        String root = access(tokens("root@example.com"));
        assertThat(bearing(root).get("/root/users").code()).isEqualTo("forbidden");
        assertThat(auth.admin()
                        .bootstrapSuperuser(
                                Secret.of(BOOTSTRAP),
                                new NewAdmin("boss@example.com", Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER)))
                .isInstanceOf(NewAdminResult.Created.class);
        String boss = access(tokens("boss@example.com"));
        assertThat(bearing(boss).get("/root/users").text()).endsWith(" true false false true");
    }

    @Test
    void services_know_who_calls_during_the_request_alone() {
        String access = access(tokens("ana@example.com"));
        String key = auth.sessions().authenticate(access).orElseThrow().user().toString();
        for (int i = 0; i < 20; i++) {
            assertThat(bearing(access).get("/shared/orders").text())
                    .isEqualTo("Caller[user=" + key + "] User[" + key + "]");
            assertThat(api.get("/open/").text()).isEqualTo("nobody");
            assertThat(bearing("no.such.token").get("/shared/orders").status()).isEqualTo(401);
        }
        assertThatThrownBy(current::require).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_recent_proof_takes_the_place_of_no_role_and_no_right() {
        String access = access(tokens("ana@example.com"));
        assertThat(bearing(access).get("/sensitive/orders").status()).isEqualTo(200);
        for (String path : List.of("/admin-recent/orders", "/root-recent/orders")) {
            assertThat(bearing(access).get(path).code()).as(path).isEqualTo("forbidden");
        }
    }

    @Test
    void a_right_is_not_asked_for_as_a_role() {
        BearerAuthFilter filter =
                BearerAuthFilter.of(auth, HttpSettings.defaults().withSnakeCase());
        for (String right : List.of("superuser", "STAFF", "right:staff", "")) {
            assertThatThrownBy(() -> filter.demandingRole(right)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** An access token for another profile of that person, whose row has this role. */
    private String actingAs(String email, String role) {
        String access = access(tokens(email));
        Caller caller = auth.sessions().authenticate(access).orElseThrow();
        ProfileId profile = store.alone(tx -> tx.profiles()
                .insert(new NewProfile(
                        caller.user(),
                        Person.UNKNOWN,
                        new ProfileStatus(role, false, true),
                        "",
                        null,
                        SettingsJson.EMPTY,
                        RowTimes.fresh(clock.instant()))));
        JsonNode switched = client.with("Authorization", "Bearer " + access)
                .post("/auth/profile/switch/", "{\"profile\":\"" + profile + "\",\"client\":\"web\"}")
                .json();
        return access(switched.path("tokens"));
    }

    @Test
    void nobody_else_is_let_in() {
        TestClient.Reply none = api.get("/api/orders");
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.code()).isEqualTo("not_authenticated");
        assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(none.header("Cache-Control")).isEqualTo("no-store");
        TestClient.Reply wrong = bearing("a.b.c").with("Accept-Language", "es").get("/api/orders");
        assertThat(wrong.code()).isEqualTo("invalid_token");
        assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(wrong.json().path("detail").asString()).isEqualTo("El token no es válido o ha expirado.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer Bearer %s",
                "Bearer  %s",
                "Bearer %s,",
                "Bearer %s, Bearer %s",
                "Bearer\t%s",
                "Bearer %s x"
            })
    void a_header_in_another_form_is_refused(String form) {
        String access = access(tokens("ana@example.com"));
        assertThat(api.with("Authorization", form.replace("%s", access))
                        .get("/api/orders")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_token_elsewhere_than_in_the_header_is_not_looked_at() {
        String access = access(tokens("ana@example.com"));
        assertThat(api.get("/api/orders?access_token=" + access).code()).isEqualTo("not_authenticated");
        assertThat(api.post(
                                "/api/orders",
                                ("access_token=" + access).getBytes(StandardCharsets.UTF_8),
                                "application/x-www-form-urlencoded")
                        .code())
                .isEqualTo("not_authenticated");
        assertThat(api.with("Cookie", "access_token=" + access)
                        .get("/api/orders")
                        .code())
                .isEqualTo("not_authenticated");
    }

    @Test
    void a_refresh_token_opens_nothing() {
        String refresh = tokens("ana@example.com").path("refreshToken").asString();
        assertThat(bearing(refresh).get("/api/orders").code()).isEqualTo("invalid_token");
    }

    @Test
    void a_role_that_is_not_there_is_forbidden() {
        TestClient.Reply reply = bearing(access(tokens("ana@example.com"))).get("/admin/users");
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.code()).isEqualTo("forbidden");
    }

    @Test
    void what_is_sensitive_wants_a_proof_and_a_proof_opens_it() {
        JsonNode tokens = tokens("ana@example.com");
        assertThat(bearing(access(tokens)).get("/sensitive/keys").status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(11));
        JsonNode later = refresh(tokens.path("refreshToken").asString()).json();
        String old = later.path("access").asString();
        TestClient.Reply refused = bearing(old).get("/sensitive/keys");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("step_up_required");
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer error=\"insufficient_user_authentication\"");
        assertThat(bearing(old).get("/api/orders").status()).isEqualTo(200);

        String proven = client.with("Authorization", "Bearer " + old)
                .post("/auth/step-up/", "{\"password\":\"" + PASSWORD + "\"}")
                .json()
                .path("access")
                .asString();
        assertThat(bearing(proven).get("/sensitive/keys").status()).isEqualTo(200);
        assertThat(bearing(old).get("/sensitive/keys").code()).isEqualTo("step_up_required");
    }

    @Test
    void demands_add_up_in_whatever_order_they_are_made() {
        JsonNode tokens = tokens("ana@example.com");
        for (String path : List.of("/recent-role/keys", "/role-recent/keys")) {
            assertThat(bearing(access(tokens)).get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(bearing(access(tokens)).get("/both/keys").code()).isEqualTo("forbidden");
        assertThat(bearing(access(tokens)).get("/recent-right/keys").code()).isEqualTo("forbidden");
        clock.advance(Duration.ofMinutes(11));
        String old = refresh(tokens.path("refreshToken").asString())
                .json()
                .path("access")
                .asString();
        for (String path : List.of("/recent-role/keys", "/role-recent/keys")) {
            assertThat(bearing(old).get(path).code()).as(path).isEqualTo("step_up_required");
        }
    }

    @Test
    void who_forgot_to_map_the_filter_is_told() {
        HttpServletRequest bare = (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, method, args) -> null);
        assertThatThrownBy(() -> BearerAuthFilter.caller(bare)).isInstanceOf(IllegalStateException.class);
    }

    private TestClient bearing(String token) {
        return api.with("Authorization", "Bearer " + token);
    }

    private static String access(JsonNode tokens) {
        return tokens.path("accessToken").asString();
    }

    private static void map(ServletContextHandler context, BearerAuthFilter filter, String path) {
        context.addFilter(new FilterHolder(filter), path, EnumSet.of(DispatcherType.REQUEST));
    }

    /** What a host's servlet sees. */
    private static final class WhoCalls extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Caller caller = BearerAuthFilter.caller(request);
            response.setHeader("Cache-Control", "no-store");
            response.getWriter()
                    .write(String.join(
                            " ",
                            caller.user().toString(),
                            caller.profile().toString(),
                            caller.authTime().toString(),
                            request.getRemoteUser(),
                            String.valueOf(request.isUserInRole("USER")),
                            String.valueOf(request.isUserInRole("ADMIN")),
                            String.valueOf(request.isUserInRole("superuser")),
                            String.valueOf(request.isUserInRole("right:superuser"))));
        }
    }

    /** A host's service that does not see the request. */
    private static final class WhoIsHeld extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient CurrentCaller current;

        WhoIsHeld(CurrentCaller current) {
            this.current = current;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String held = current.get()
                    .map(caller -> caller + " " + request.getUserPrincipal())
                    .orElse("nobody");
            response.getOutputStream().write(held.getBytes(StandardCharsets.UTF_8));
        }
    }
}
