package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.http.internal.endpoint.Endpoints;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.http.settings.EndpointGroup;
import dev.lockstile.auth.http.settings.HttpSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The checked-in description names every route, and of each route what its handler reads. */
class OpenApiRoutesTest {

    private static final int BODY_LIMIT = 60_000;

    /** The shape under test. */
    HttpSettings settings() {
        return HttpSettings.defaults().withSnakeCase();
    }

    @Test
    void every_route_is_described_and_nothing_else_is() {
        assertThat(operations(settings()).keySet()).isEqualTo(routes(settings()).keySet());
    }

    @ParameterizedTest
    @EnumSource
    void what_a_host_leaves_out_is_left_out_of_both(EndpointGroup group) {
        HttpSettings settings = settings().without(group);
        assertThat(operations(settings).keySet()).isEqualTo(routes(settings).keySet());
        assertThat(OpenApi.document(settings, "/auth")).doesNotContain("x-groups");
    }

    @Test
    void fields_parameters_and_credentials_are_those_that_the_handler_reads() {
        Map<String, JsonNode> operations = operations(settings());
        routes(settings()).forEach((name, route) -> {
            RecordedInput read = RecordedInput.of(route, settings());
            JsonNode operation = operations.get(name);
            Set<String> described = new TreeSet<>();
            fields(body(operation), "", described);
            assertThat(described).as(name).isEqualTo(read.fields);
            assertThat(parameters(operation, "query")).as(name).isEqualTo(read.parameters);
            assertThat(parameters(operation, "path")).as(name).hasSize(name.contains("{id}") ? 1 : 0);
            assertThat(operation.has("security")).as(name).isEqualTo(read.signedIn);
            assertThat(operation.path("security").size() == 2).as(name).isEqualTo(!read.headers.isEmpty());
        });
    }

    @Test
    void a_field_of_another_type_or_beyond_its_length_is_refused() {
        try (TestServer server = TestServer.of(new Fakes(), settings())) {
            operations(settings())
                    .forEach((name, operation) -> body(operation)
                            .path("properties")
                            .forEachEntry((field, schema) -> {
                                for (String wrong : wrong(schema)) {
                                    String sent = field.equals("device")
                                            ? "{\"client\":\"mobile\",\"device\":" + wrong + "}"
                                            : "{\"" + field + "\":" + wrong + "}";
                                    String[] route = name.split(" ");
                                    TestClient.Reply reply = server.client()
                                            .signedIn()
                                            .send(
                                                    route[0],
                                                    "/auth" + route[1].replace("{id}", "11"),
                                                    sent.getBytes(StandardCharsets.UTF_8),
                                                    "application/json");
                                    assertThat(reply.fields())
                                            .as("%s %s", name, field)
                                            .contains(field);
                                }
                            }));
        }
    }

    @Test
    void every_endpoint_that_can_succeed_says_how() {
        operations(settings())
                .forEach((name, operation) -> assertThat(operation.path("responses").propertyNames().stream()
                                .filter(status -> status.startsWith("2")))
                        .as(name)
                        .hasSize(name.contains("/callback/") ? 0 : 1));
    }

    @Test
    void the_error_codes_are_those_that_are_answered() {
        List<String> codes = new ArrayList<>();
        JsonMapper.shared()
                .readTree(OpenApi.document(settings(), "/auth"))
                .at("/components/schemas/Error/properties/code/enum")
                .forEach(code -> codes.add(code.asString()));
        assertThat(codes)
                .isEqualTo(
                        Arrays.stream(ErrorCode.values()).map(ErrorCode::text).toList());
    }

    private static List<String> wrong(JsonNode schema) {
        int max = schema.path("maxLength").asInt(BODY_LIMIT);
        return max < BODY_LIMIT ? List.of("[]", '"' + "1".repeat(max + 1) + '"') : List.of("[]");
    }

    private static Map<String, Route> routes(HttpSettings settings) {
        Map<String, Route> routes = new LinkedHashMap<>();
        Endpoints.routes(RecordedInput.services(), settings)
                .forEach(route -> routes.put(route.method() + " /" + route.path() + "/", route));
        return routes;
    }

    private static Map<String, JsonNode> operations(HttpSettings settings) {
        Map<String, JsonNode> operations = new LinkedHashMap<>();
        JsonMapper.shared()
                .readTree(OpenApi.document(settings, "/auth"))
                .path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) ->
                        operations.put(method.toUpperCase(Locale.ROOT) + " " + path, operation)));
        return operations;
    }

    private static JsonNode body(JsonNode operation) {
        return operation.at("/requestBody/content/application~1json/schema");
    }

    private static void fields(JsonNode schema, String prefix, Set<String> found) {
        schema.path("properties").forEachEntry((name, inner) -> {
            found.add(prefix + name);
            fields(inner, prefix + name + ".", found);
        });
    }

    /** Those that a request has to have: what it may leave out, no handler misses. */
    private static Set<String> parameters(JsonNode operation, String in) {
        Set<String> names = new TreeSet<>();
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asString().equals(in)
                    && parameter.path("required").asBoolean(false)) {
                names.add(parameter.path("name").asString());
            }
        });
        return names;
    }
}
