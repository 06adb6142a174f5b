package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.http.settings.HttpSettings;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document of the clean shape and the servlet say the same, and its names keep the rules. */
final class CleanOpenApiTest extends OpenApiTest {

    @Override
    HttpSettings settings() {
        return HttpSettings.defaults();
    }

    @Test
    void every_name_is_in_lower_camel_case() {
        Set<String> names = new TreeSet<>();
        collect(JsonMapper.shared().readTree(OpenApi.document(settings(), "/auth")), names);
        assertThat(names).hasSizeGreaterThan(50).allMatch(name -> name.matches("[a-z]+([A-Z0-9][a-z0-9]*)*"));
        assertThat(names)
                .contains("accessToken", "refreshToken", "passwordConfirm", "profileCompletionRequired")
                .doesNotContain("photoURL", "access", "refresh", "shortcuts", "emailSent", "userExist", "data")
                .doesNotContain("userSettings", "profileSettings", "loginRedirectUrl", "deviceRegistered");
    }

    private static void collect(JsonNode node, Set<String> names) {
        node.path("properties").forEachEntry((name, schema) -> names.add(name));
        node.forEach(inner -> collect(inner, names));
    }
}
