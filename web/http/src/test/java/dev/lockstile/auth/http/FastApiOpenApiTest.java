package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.http.internal.fastapi.FastApiEndpoints;
import dev.lockstile.auth.http.settings.EndpointGroup;
import dev.lockstile.auth.http.settings.HttpSettings;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The description of the endpoints of fastapi-users names every route and nothing else. */
class FastApiOpenApiTest extends FastApiStack {

    @Test
    void every_route_is_described_and_nothing_else_is() {
        HttpSettings all = HttpSettings.defaults().allowCookies().fastApiUsers();
        assertThat(described(all)).isEqualTo(routes(all)).hasSize(14);
        HttpSettings plain = HttpSettings.defaults().fastApiUsers();
        assertThat(described(plain)).isEqualTo(routes(plain)).hasSize(12);
        for (EndpointGroup group : EndpointGroup.values()) {
            HttpSettings without = all.without(group);
            assertThat(described(without)).as(group.name()).isEqualTo(routes(without));
        }
        assertThat(OpenApi.document(all, "/")).doesNotContain("x-groups", "x-cookies");
    }

    private Set<String> routes(HttpSettings settings) {
        Set<String> names = new TreeSet<>();
        FastApiEndpoints.routes(auth, settings)
                .forEach(route -> names.add(
                        route.method() + (route.path().startsWith("users/") ? " /" : " /auth/") + route.path()));
        return names;
    }

    private static Set<String> described(HttpSettings settings) {
        Set<String> names = new TreeSet<>();
        JsonMapper.shared()
                .readTree(OpenApi.document(settings, "/"))
                .path("paths")
                .forEachEntry((path, operations) -> operations
                        .propertyNames()
                        .forEach(method -> names.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return names;
    }
}
