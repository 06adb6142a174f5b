package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.test.PublishedFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The client collection published for the contract, request by request. */
class PublishedCollectionTest {

    private static final List<String> LATER = List.of("/profile/picture/");

    @ParameterizedTest
    @CsvSource({"API.postman_collection.json,false", "API.camel.postman_collection.json,true"})
    void every_request_of_the_collection_gets_the_answer_it_expects(String file, boolean camel) throws IOException {
        Path collection = PublishedFiles.collection(file);
        HttpSettings settings = camel
                ? HttpSettings.defaults().withCamelCase()
                : HttpSettings.defaults().withSnakeCase();
        int served = 0;
        try (TestServer server = TestServer.of(new Fakes(), settings)) {
            for (JsonNode request : requests(JsonMapper.shared().readTree(Files.readAllBytes(collection)))) {
                String path = request.path("url")
                        .path("raw")
                        .asString(request.path("url").asString(""))
                        .replace("{{host}}", "")
                        .replace("{{basePath}}", "/auth")
                        .replace("{{profileId}}", "1");
                TestClient.Reply reply = send(server.client(), request, path);
                boolean later = LATER.stream().anyMatch(part -> path.startsWith("/auth" + part));
                assertThat(reply.status()).as("%s: %s", path, reply.text()).isIn(expected(path, later));
                served += later ? 0 : 1;
            }
        }
        assertThat(served).isGreaterThanOrEqualTo(20);
    }

    /** A deletion without a proof is refused; a thief of a token would send just that. */
    private static List<Integer> expected(String path, boolean later) {
        if (path.endsWith("/account/delete/")) {
            return List.of(400);
        }
        return later ? List.of(404) : List.of(200, 201, 204);
    }

    private static TestClient.Reply send(TestClient client, JsonNode request, String path) {
        String body = request.path("body").path("raw").asString("").replace("{{profileId}}", "1");
        return client.signedIn()
                .send(
                        request.path("method").asString(),
                        path,
                        body.getBytes(StandardCharsets.UTF_8),
                        body.isEmpty() ? "" : "application/json");
    }

    private static List<JsonNode> requests(JsonNode node) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode item : node.path("item")) {
            found.addAll(requests(item));
            if (item.has("request")) {
                found.add(item.path("request"));
            }
        }
        return found;
    }
}
