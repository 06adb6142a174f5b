package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.http.settings.HttpSettings;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document and the servlet say the same. */
class OpenApiTest {

    private final JsonNode document = parse(settings());

    /** The shape under test. */
    HttpSettings settings() {
        return HttpSettings.defaults().withSnakeCase();
    }

    @Test
    void every_route_that_is_described_is_served_and_answers_in_the_described_shape() {
        Fakes fakes = new Fakes();
        Set<String> compared = new LinkedHashSet<>();
        try (TestServer server = TestServer.of(fakes, withPictures())) {
            operations().forEach((name, operation) -> {
                String[] route = name.split(" ");
                JsonNode success = success(operation);
                if (success.isMissingNode()) {
                    return; // off here
                }
                TestClient.Reply reply = server.client()
                        .signedIn()
                        .with("Cookie", "__Host-social=browser")
                        .send(
                                route[0],
                                "/auth" + route[1].replace("{id}", "11") + query(operation),
                                body(operation).getBytes(StandardCharsets.UTF_8),
                                "application/json");
                assertThat(operation.path("responses").has(String.valueOf(reply.status())))
                        .as("%s: %d %s", name, reply.status(), reply.text())
                        .isTrue();
                boolean json = operation.at("/responses/200/content/text~1csv").isMissingNode();
                if (json && reply.status() != 204 && reply.json().isObject() && !name.contains("jwks")) {
                    assertThat(Set.copyOf(reply.json().propertyNames()))
                            .as(name)
                            .isEqualTo(
                                    Set.copyOf(shape(operation, reply.status()).propertyNames()));
                }
                compared.add(name);
            });
        }
        assertThat(compared)
                .hasSizeGreaterThan(28)
                .contains("PATCH /profile/picture/", "POST /step-up/", "POST /step-up/request/");
    }

    @Test
    void an_answer_has_the_described_members_and_types_at_every_depth_for_both_kinds_of_client() {
        Set<String> shapes = new LinkedHashSet<>();
        try (TestServer server = TestServer.of(new Fakes(), withPictures())) {
            for (String kind : List.of("web", "mobile")) {
                operations().forEach((name, operation) -> {
                    JsonNode content = success(operation).at("/content/application~1json/schema");
                    if (content.isMissingNode() || name.contains("jwks")) {
                        return;
                    }
                    String[] route = name.split(" ");
                    TestClient.Reply reply = server.client()
                            .signedIn()
                            .with("Cookie", "__Host-social=browser")
                            .send(
                                    route[0],
                                    "/auth" + route[1].replace("{id}", "11")
                                            + query(operation).replace("web", kind),
                                    asked(operation, kind).getBytes(StandardCharsets.UTF_8),
                                    "application/json");
                    Shapes.check(kind + " " + name, content, reply.json());
                    shapes.add(kind + " " + name);
                });
            }
        }
        assertThat(shapes).contains("web POST /login/basic/", "mobile POST /login/basic/", "mobile GET /me/");
    }

    private String asked(JsonNode operation, String kind) {
        return body(operation)
                .replace(
                        "\"client\":\"web\"",
                        kind.equals("web")
                                ? "\"client\":\"web\""
                                : "\"client\":\"mobile\",\"device\":{\""
                                        + settings().naming().wire("notification_token") + "\":\"push\"}");
    }

    @Test
    void a_required_field_that_is_left_out_is_refused_and_every_other_is_not() {
        try (TestServer server = TestServer.of(new Fakes(), settings())) {
            operations().forEach((name, operation) -> {
                String[] route = name.split(" ");
                Set<String> required = new HashSet<>();
                schema(operation).path("required").forEach(field -> required.add(field.asString()));
                if (required.isEmpty()) {
                    return;
                }
                TestClient.Reply reply = server.client()
                        .signedIn()
                        .send(
                                route[0],
                                "/auth" + route[1].replace("{id}", "11"),
                                "{}".getBytes(StandardCharsets.UTF_8),
                                "application/json");
                assertThat(Set.copyOf(reply.fields())).as(name).containsAll(required);
            });
        }
    }

    @Test
    void every_endpoint_of_the_contract_is_described() {
        assertThat(operations().keySet())
                .contains(
                        "POST /register/",
                        "PATCH /account/update/",
                        "PUT /account/update/",
                        "DELETE /account/delete/",
                        "GET /profiles/{id}/",
                        "PATCH /profile/picture/",
                        "POST /admin/create-superuser/",
                        "GET /.well-known/jwks.json/",
                        "GET /me/");
        assertThat(document.path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(schema(operations().get("POST /register/"))
                        .path("properties")
                        .propertyNames())
                .contains("email", settings().naming().wire("password_confirm"), "birthday")
                .doesNotContain("role");
        assertThat(document.toString()).doesNotContain("\"null\":");
    }

    @Test
    void names_follow_the_naming() {
        String camel = OpenApi.document(HttpSettings.defaults().withCamelCase(), "/auth");
        assertThat(camel).contains("\"passwordConfirm\"").doesNotContain("password_confirm");
    }

    private Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new LinkedHashMap<>();
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) ->
                        operations.put(method.toUpperCase(Locale.ROOT) + " " + path, operation)));
        return operations;
    }

    private static JsonNode success(JsonNode operation) {
        for (String status : List.of("200", "201", "204")) {
            if (operation.path("responses").has(status)) {
                return operation.path("responses").path(status);
            }
        }
        return operation.path("missing");
    }

    private static JsonNode shape(JsonNode operation, int status) {
        JsonNode schema = operation
                .path("responses")
                .path(String.valueOf(status))
                .path("content")
                .path("application/json")
                .path("schema");
        return (schema.has("anyOf") ? schema.path("anyOf").path(0) : schema).path("properties");
    }

    private static JsonNode schema(JsonNode operation) {
        return operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
    }

    private static String query(JsonNode operation) {
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").asString().equals("query")
                    && parameter.path("required").asBoolean(false)) {
                return "?" + parameter.path("name").asString() + "=web";
            }
        }
        return "";
    }

    /** A body made of nothing but what the document says. */
    private static String body(JsonNode operation) {
        JsonNode schema = schema(operation);
        if (schema.isMissingNode()) {
            return "";
        }
        StringBuilder body = new StringBuilder("{");
        schema.path("required")
                .forEach(field -> body.append(body.length() > 1 ? "," : "")
                        .append('"')
                        .append(field.asString())
                        .append("\":")
                        .append(value(
                                field.asString(), schema.path("properties").path(field.asString()))));
        boolean contact = schema.path("properties").has("email")
                && schema.path("properties").has("phone")
                && !body.toString().contains("\"email\":")
                && !schema.path("properties").has("language");
        if (contact) {
            body.append(body.length() > 1 ? "," : "").append("\"email\":\"a@example.com\"");
        }
        return body + "}";
    }

    private static String value(String name, JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum").path(0).toString();
        }
        return switch (name) {
            case "client" -> "\"web\"";
            case "channel" -> "\"email\"";
            case "intent" -> "\"login\"";
            case "picture" -> '"' + picture() + '"';
            case "credential" -> "{}";
            default -> schema.path("type").asString("").equals("boolean") ? "true" : "\"1\"";
        };
    }

    private HttpSettings withPictures() {
        return settings().withPictures((bytes, type) -> "/media/1");
    }

    private static String picture() {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", png);
            return Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(HttpSettings settings) {
        return JsonMapper.shared().readTree(OpenApi.document(settings, "/auth"));
    }
}
