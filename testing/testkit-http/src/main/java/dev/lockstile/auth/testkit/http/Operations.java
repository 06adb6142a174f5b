package dev.lockstile.auth.testkit.http;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.feature.AuthFeature;
import dev.lockstile.auth.http.OpenApi;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The endpoints as the OpenAPI document lists them, by names such as {@code PATCH /profiles/{id}/}. */
final class Operations {

    private final Map<String, JsonNode> byName = new LinkedHashMap<>();
    private final Set<AuthFeature> absent = new HashSet<>(Auth.knownFeatures());

    Operations(AttackedHost host) {
        absent.removeAll(host.server.kit().auth().features());
        JsonMapper.shared()
                .readTree(OpenApi.document(host.server.kit().auth(), host.http, "/auth"))
                .path("paths")
                .forEachEntry((path, item) -> item.forEachEntry(
                        (method, operation) -> byName.put(method.toUpperCase(Locale.ROOT) + " " + path, operation)));
    }

    Set<String> all() {
        return byName.keySet();
    }

    /** Whether the endpoint belongs to a feature that the host does not use, or to settings that it has not. */
    boolean isOff(String name) {
        boolean declared = !name.endsWith("settings/") || byName.containsKey(name);
        return !declared || isAbsent(name);
    }

    private boolean isAbsent(String name) {
        return absent.stream().anyMatch(feature -> feature.owns(name.split(" ", 2)[1]));
    }

    /** Those that ask for an access token. */
    Set<String> signedIn() {
        Set<String> names = new LinkedHashSet<>();
        byName.forEach((name, operation) -> {
            if (operation.has("security")) {
                names.add(name);
            }
        });
        return names;
    }

    /** The fields that the endpoint reads, as they are called on the wire; none where it is off. */
    Set<String> fields(String name) {
        if (isOff(name)) {
            return Set.of();
        }
        JsonNode operation = Objects.requireNonNull(byName.get(name), name);
        return Set.copyOf(operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema")
                .path("properties")
                .propertyNames());
    }
}
