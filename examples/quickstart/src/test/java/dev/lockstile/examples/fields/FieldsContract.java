package dev.lockstile.examples.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.field.HostField;
import dev.lockstile.auth.http.AuthServlet;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.testkit.RecordingEmailSender;
import dev.lockstile.auth.testkit.SentLink;
import dev.lockstile.auth.token.TokenSettings;
import jakarta.persistence.EntityManagerFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fields of the host's own over HTTP, in the columns of its entities. */
abstract class FieldsContract {

    private final RecordingEmailSender mails = new RecordingEmailSender();
    private final Server server = new Server(0);
    private HikariDataSource pool;
    private EntityManagerFactory entities;
    private Auth auth;

    /** An empty database. */
    abstract HikariDataSource database();

    @BeforeEach
    void start() throws Exception {
        pool = database();
        AuthSchema.builder(pool).build().migrate();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String column : FieldsHost.COLUMNS) {
                statement.execute(column);
            }
        }
        entities = FieldsHost.unit()
                .property("hibernate.connection.datasource", pool)
                .createEntityManagerFactory();
        auth = FieldsHost.declare(builder()).build();
        ServletContextHandler web = new ServletContextHandler();
        web.addServlet(
                new ServletHolder(new AuthServlet(auth, HttpSettings.defaults().withSnakeCase())), "/auth/*");
        server.setHandler(web);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        auth.close();
        entities.close();
        pool.close();
    }

    @Test
    void fields_are_columns_of_the_hosts_entity() throws Exception {
        assertThat(register("\"company\":\"Acme\",\"seats\":7,\"is_staff\":true,\"wants_news\":true")
                        .statusCode())
                .isEqualTo(201);
        assertThat(column("company")).isEqualTo("Acme");
        assertThat(column("seats")).isEqualTo(7);
        assertThat(column("wantsNews")).as("no field of the registration").isEqualTo(false);
        assertThat(column("staff")).isEqualTo(false);
        String access = access();
        HttpResponse<String> changed = send(
                "PATCH",
                "account/update/",
                "{\"seats\":9,\"wants_news\":true,\"founded_on\":\"1999-01-01\",\"superuser\":true}",
                access);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(changed.body()).contains("\"seats\":9").contains("\"wants_news\":true");
        assertThat(column("seats")).isEqualTo(9);
        assertThat(column("foundedOn")).as("no field of the account").isNull();
        assertThat(column("superuser")).isEqualTo(false);
        assertThat(send("PATCH", "account/update/", "{\"seats\":8}", access).statusCode())
                .as("the host's own check")
                .isEqualTo(400);
        assertThat(send("PATCH", "account/update/", "{\"seats\":null}", access).body())
                .as("what a new row has")
                .contains("\"seats\":1");
        HttpResponse<String> profile =
                send("POST", "profiles/", "{\"label\":\"work\",\"department\":\"legal\"}", access);
        assertThat(profile.body()).contains("\"department\":\"legal\"");
        assertThat(send("GET", "me/?client=web", null, access).body()).contains("\"company\":\"Acme\"");
    }

    @Test
    void a_stranger_plants_nothing_in_an_account_on_somebody_elses_address() throws Exception {
        register("\"company\":\"Umbrella\",\"seats\":7");
        SentLink link = link();
        HttpResponse<String> proof = send(
                "POST",
                "registration/account-confirmation-email/",
                "{\"uid\":\"" + link.uid() + "\",\"token\":\"" + link.token() + "\"}",
                null);
        assertThat(proof.statusCode()).as(proof.body()).isEqualTo(200);
        assertThat(column("company")).isNull();
        assertThat(column("seats")).isEqualTo(1);
    }

    @Test
    void columns_that_do_not_fit_refuse_the_start_all_at_once() {
        AuthBuilder builder = builder().registrationFields(FieldsHost.unfit().toArray(HostField[]::new));
        assertThatThrownBy(builder::build)
                .isInstanceOf(AuthSetupException.class)
                .hasMessageContaining("host-field-missing: nobody: FieldsHost$User.nobody")
                .hasMessageContaining("host-field-type: seats: FieldsHost$User.seats is no String")
                .hasMessageContaining("host-field-type: many_seats: FieldsHost$User.seats is no Long")
                .hasMessageContaining("host-field-length: long_company: FieldsHost$User.company holds 120")
                .hasMessageContaining("host-field-owned: 'id'");
    }

    private AuthBuilder builder() {
        return Auth.builder(JpaAuthStore.of(entities))
                .settings(AuthSettings.owasp(
                        "Acme",
                        TokenSettings.owasp("https://acme.example", "acme"),
                        LinkSettings.of(
                                URI.create("https://acme.example/confirm"), URI.create("https://acme.example/reset"))))
                .keys(AuthKeys.generate())
                .email(mails);
    }

    private Object column(String attribute) {
        return entities.callInTransaction(
                manager -> manager.createQuery("select u." + attribute + " from FieldsHost$User u", Object.class)
                        .getSingleResult());
    }

    private HttpResponse<String> register(String more) throws Exception {
        HttpResponse<String> reply = send(
                "POST",
                "register/",
                "{\"email\":\"ana@example.com\",\"password\":\"plum-harbour-4417\","
                        + "\"password_confirm\":\"plum-harbour-4417\",\"first_name\":\"Ana\",\"last_name_1\":\"Ruiz\","
                        + "\"terms_and_conditions_accepted\":true," + more + "}",
                null);
        auth.messages().dispatchDue();
        return reply;
    }

    private SentLink link() {
        return mails.lastLink("ana@example.com");
    }

    private String access() throws Exception {
        SentLink link = link();
        send(
                "POST",
                "registration/account-confirmation-email/",
                "{\"uid\":\"" + link.uid() + "\",\"token\":\"" + link.token()
                        + "\",\"password\":\"plum-harbour-4417\"}",
                null);
        HttpResponse<String> login = send(
                "POST",
                "login/basic/",
                "{\"login\":\"ana@example.com\",\"password\":\"plum-harbour-4417\",\"client\":\"web\"}",
                null);
        Matcher access = Pattern.compile("\"accessToken\":\"([^\"]+)\"").matcher(login.body());
        assertThat(access.find()).as(login.body()).isTrue();
        return access.group(1);
    }

    private HttpResponse<String> send(String method, String path, String body, String access) throws Exception {
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/auth/" + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (access != null) {
            request.header("Authorization", "Bearer " + access);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
