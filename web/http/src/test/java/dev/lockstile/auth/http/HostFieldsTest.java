package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.field.HostField;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The host's own fields on the wire: those that it has declared, and nothing that looks like them. */
class HostFieldsTest extends WholeStack {

    private static final String ANA = "ana@example.com";
    private static final HostField COMPANY =
            HostField.text("company", 20).required().checkedBy(text -> !text.equals("nobody"));

    @Override
    AuthBuilder wired(AuthBuilder builder) {
        return builder.registrationFields(COMPANY, HostField.number("seats", 1, 50), HostField.date("founded_on"))
                .accountFields(COMPANY, HostField.flag("wants_news"), HostField.date("founded_on"))
                .profileFields(HostField.text("department", 20));
    }

    @Test
    void fields_of_a_registration_show_in_me() {
        assertThat(sent("\"company\":\"Acme\",\"seats\":7,\"founded_on\":\"1999-12-31\"")
                        .status())
                .isEqualTo(201);
        TestClient ana = confirmed();
        JsonNode web = ana.get("/auth/me/?client=web").json().path("user").path("data");
        assertThat(web.path("company").asString()).isEqualTo("Acme");
        assertThat(web.path("founded_on").asString()).isEqualTo("1999-12-31");
        assertThat(web.path("wants_news").isNull()).isTrue();
        assertThat(web.has("seats")).as("declared for the registration alone").isFalse();
        JsonNode mobile = ana.get("/auth/me/?client=mobile").json();
        assertThat(mobile.path("company").asString()).isEqualTo("Acme");
        assertThat(login(ANA, PASSWORD)
                        .json()
                        .path("user")
                        .path("data")
                        .path("company")
                        .asString())
                .isEqualTo("Acme");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"company\":null",
                "\"company\":\" \"",
                "\"company\":\"nobody\"",
                "\"company\":\"123456789012345678901\"",
                "\"company\":7",
                "\"company\":true",
                "\"company\":[\"Acme\"]",
                "\"company\":{\"name\":\"Acme\",\"role\":\"ADMIN\"}",
                "\"company\":\"a\\u0007b\"",
                "\"company\":\"a\\nb\""
            })
    void a_text_that_does_not_fit_is_refused_by_name(String field) {
        TestClient.Reply reply = sent(field);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.fields()).containsExactly("company");
        assertThat(mailbox.count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "seats,0",
        "seats,51",
        "seats,1.5",
        "seats,1e1",
        "seats,'\"7\"'",
        "seats,true",
        "seats,[1]",
        "seats,99999999999999999999",
        "founded_on,7",
        "founded_on,'\"1999-02-30\"'",
        "founded_on,'\"yesterday\"'",
        "founded_on,'\"+12345-01-01\"'",
        "founded_on,{}"
    })
    void another_type_that_does_not_fit_is_refused_by_name(String name, String value) {
        TestClient.Reply reply = sent("\"company\":\"Acme\",\"" + name + "\":" + value);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.fields()).containsExactly(name);
    }

    @Test
    void a_field_named_twice_is_refused() {
        assertThat(sent("\"company\":\"Acme\",\"company\":\"Umbrella\"").status())
                .isEqualTo(400);
    }

    @Test
    void what_is_not_declared_changes_nothing() {
        assertThat(sent("\"company\":\"Acme\"," + PLANTED).status()).isEqualTo(201);
        TestClient ana = confirmed();
        for (String path : List.of("/auth/account/update/", "/auth/profiles/")) {
            String body = "{\"company\":\"Acme\"," + PLANTED + "}";
            assertThat(
                            path.contains("profiles")
                                    ? ana.post(path, body).status()
                                    : ana.patch(path, body).status())
                    .isLessThan(300);
        }
        assertThat(store.dump()).doesNotContain("PLANTED");
        JsonNode me = ana.get("/auth/me/?client=mobile").json();
        assertThat(me.path("active_profile").path("role").asString()).isEqualTo("USER");
        assertThat(me.toString()).doesNotContain("PLANTED").doesNotContain("is_staff");
        assertThat(login("planted@example.com", PASSWORD).status()).isEqualTo(401);
    }

    private static final String PLANTED = "\"role\":\"PLANTED\",\"roles\":[\"PLANTED\"],\"is_staff\":true,"
            + "\"isStaff\":true,\"is_superuser\":true,\"verified\":true,\"is_verified\":true,"
            + "\"email_verified_at\":\"2026-01-01T00:00:00Z\",\"password_hash\":\"PLANTED\",\"passwordHash\":\"PLANTED\","
            + "\"email_key\":\"PLANTED\",\"settings\":{\"a\":\"PLANTED\"},\"COMPANY\":\"PLANTED\","
            + "\"Company\":\"PLANTED\",\"host\":{\"company\":\"PLANTED\"},\"user\":{\"role\":\"PLANTED\"},"
            + "\"profile_fields\":{\"department\":\"PLANTED\"},\"seats_\":9,\"id\":1,\"user_id\":1";

    @Test
    void an_owner_changes_account_fields_and_an_empty_text_empties_one() {
        sent("\"company\":\"Acme\",\"founded_on\":\"1999-12-31\"");
        TestClient ana = confirmed();
        TestClient.Reply reply =
                ana.patch("/auth/account/update/", "{\"wants_news\":true,\"founded_on\":null,\"seats\":9}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("wants_news").asBoolean()).isTrue();
        assertThat(reply.json().path("founded_on").isNull()).isTrue();
        assertThat(reply.json().path("company").asString()).as("not sent").isEqualTo("Acme");
        assertThat(ana.patch("/auth/account/update/", "{\"company\":\"\"}").fields())
                .as("required")
                .containsExactly("company");
        assertThat(ana.patch("/auth/account/update/", "{\"company\":\"Umbrella\"}")
                        .json()
                        .path("company")
                        .asString())
                .isEqualTo("Umbrella");
        assertThat(client.patch("/auth/account/update/", "{\"company\":\"x\"}").status())
                .isEqualTo(401);
    }

    @Test
    void a_profile_has_fields_of_its_own() {
        sent("\"company\":\"Acme\",\"department\":\"sales\"");
        TestClient ana = confirmed();
        assertThat(ana.get("/auth/profiles/").json().path(0).path("department").isNull())
                .isTrue();
        JsonNode made = ana.post("/auth/profiles/", "{\"label\":\"work\",\"department\":\"legal\",\"company\":\"x\"}")
                .json();
        assertThat(made.path("department").asString()).isEqualTo("legal");
        assertThat(made.has("company")).isFalse();
        String path = "/auth/profiles/" + made.path("id").asString() + "/";
        assertThat(ana.patch(path, "{\"label\":\"home\"}")
                        .json()
                        .path("department")
                        .asString())
                .isEqualTo("legal");
        assertThat(ana.patch(path, "{\"department\":\"123456789012345678901\"}").fields())
                .containsExactly("department");
        assertThat(ana.patch(path, "{\"department\":null}")
                        .json()
                        .path("department")
                        .isNull())
                .isTrue();
    }

    @Test
    void the_document_lists_the_fields_where_they_are_read_and_shown() {
        JsonNode all = JsonMapper.shared()
                .readTree(OpenApi.document(auth, HttpSettings.defaults().withSnakeCase(), "/auth"));
        JsonNode register = body(all, "/register/", "post");
        assertThat(register.path("properties").path("company").path("maxLength").asInt())
                .isEqualTo(20);
        assertThat(register.path("properties").path("seats").path("maximum").asInt())
                .isEqualTo(50);
        List<String> required = new ArrayList<>();
        register.path("required").forEach(name -> required.add(name.asString()));
        assertThat(required).contains("company").doesNotContain("seats");
        JsonNode update = body(all, "/account/update/", "patch");
        assertThat(update.path("properties").has("wants_news")).isTrue();
        assertThat(update.path("properties").has("seats")).isFalse();
        assertThat(update.has("required")).isFalse();
        assertThat(body(all, "/profiles/", "post").path("properties").has("department"))
                .isTrue();
        assertThat(all.at("/paths/~1me~1/get/responses/200").toString())
                .contains("\"wants_news\":{\"type\":[\"boolean\",\"null\"]}")
                .contains("\"department\"");
        assertThat(OpenApi.document(HttpSettings.defaults().withSnakeCase(), "/auth"))
                .doesNotContain("x-host", "company");
        assertThat(all.toString()).doesNotContain("x-host");
    }

    @Test
    void owned_names_refuse_the_start_all_at_once() {
        AuthBuilder builder = Auth.builder(new InMemoryAuthStore())
                .registrationFields("is_staff", "company")
                .accountFields(HostField.text("nick", 9).inAttribute("passwordHash"))
                .profileFields(HostField.date("role", LocalDate.MIN, LocalDate.MAX));
        assertThatThrownBy(builder::build)
                .isInstanceOf(AuthSetupException.class)
                .hasMessageContaining("'is_staff'")
                .hasMessageContaining("'passwordHash'")
                .hasMessageContaining("'role'")
                .hasMessageNotContaining("'company'");
    }

    private static JsonNode body(JsonNode all, String path, String method) {
        return all.path("paths").path(path).path(method).at("/requestBody/content/application~1json/schema");
    }

    private TestClient.Reply sent(String more) {
        TestClient.Reply reply = client.post(
                "/auth/register/",
                "{\"email\":\"" + ANA + "\",\"password\":\"" + PASSWORD + "\",\"password_confirm\":\"" + PASSWORD
                        + "\",\"first_name\":\"Ana\",\"last_name_1\":\"Ruiz\",\"terms_and_conditions_accepted\":true"
                        + (more.isEmpty() ? "" : "," + more) + "}");
        auth.messages().dispatchDue();
        return reply;
    }

    private TestClient confirmed() {
        assertThat(confirm().status()).isEqualTo(200);
        return as(tokens(ANA));
    }
}
