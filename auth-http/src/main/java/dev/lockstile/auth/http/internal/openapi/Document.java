package dev.lockstile.auth.http.internal.openapi;

import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.json.JsonText;
import dev.lockstile.auth.http.internal.openapi.Examples.Example;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.settings.HttpSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts the description of all routes into the form of OpenAPI 3.1. */
public final class Document {

    private final Schemas schemas;
    private final Map<String, Example> examples;

    private Document(HttpSettings settings) {
        this.schemas = new Schemas(settings.naming());
        this.examples = Examples.byRoute(settings.loginRedirectUrl());
    }

    /** The document in UTF-8. */
    public static byte[] of(HttpSettings settings, String basePath) {
        JsonObject document = new Document(settings).write(new Describer(settings).routes(), basePath);
        return new JsonText(settings.naming()::wire).write(document);
    }

    private JsonObject write(List<RouteDescription> routes, String basePath) {
        Map<String, JsonObject> paths = new LinkedHashMap<>();
        for (RouteDescription route : routes) {
            String path = "/" + route.route.path() + "/";
            paths.computeIfAbsent(path, any -> new JsonObject())
                    .with(route.route.method().toLowerCase(Locale.ROOT), operation(route));
        }
        JsonObject listed = new JsonObject();
        paths.forEach(listed::with);
        return new JsonObject()
                .with("openapi", "3.1.0")
                .with("info", new JsonObject().with("title", "Lockstile").with("version", "1"))
                .with("servers", List.of(new JsonObject().with("url", basePath)))
                .with("paths", listed)
                .with("components", components());
    }

    private JsonObject operation(RouteDescription route) {
        JsonObject operation = new JsonObject()
                .with("operationId", operationId(route))
                .with("tags", List.of(route.route.path().split("/", 2)[0]));
        if (route.signedIn) {
            operation.with("security", security(route));
        }
        List<JsonObject> parameters = parameters(route);
        if (!parameters.isEmpty()) {
            operation.with("parameters", parameters);
        }
        if (route.body != null) {
            operation.with(
                    "requestBody",
                    new JsonObject().with("required", true).with("content", json(schemas.ofForm(route.body))));
        }
        return operation.with("responses", responses(route));
    }

    private static String operationId(RouteDescription route) {
        String path = route.route.path().replaceAll("[^a-z]+", "-");
        return route.route.method().toLowerCase(Locale.ROOT) + "-" + path.replaceAll("^-|-$", "");
    }

    private static List<JsonObject> security(RouteDescription route) {
        List<JsonObject> ways = new ArrayList<>();
        ways.add(new JsonObject().with("bearer", List.of()));
        if (!route.headers.isEmpty()) {
            ways.add(new JsonObject().with("bootstrap", List.of()));
        }
        return ways;
    }

    private static List<JsonObject> parameters(RouteDescription route) {
        List<JsonObject> parameters = new ArrayList<>();
        if (route.route.path().endsWith("{id}")) {
            parameters.add(parameter("id", "path"));
        }
        route.parameters.forEach(name -> parameters.add(parameter(name, "query")));
        return parameters;
    }

    private static JsonObject parameter(String name, String in) {
        return new JsonObject()
                .with("name", name)
                .with("in", in)
                .with("required", true)
                .with("schema", new JsonObject().with("type", "string"));
    }

    private JsonObject responses(RouteDescription route) {
        JsonObject responses = new JsonObject();
        Example example = examples.get(route.route.method() + " " + route.route.path());
        if (example != null) {
            responses.with(String.valueOf(example.status()), success(example));
        }
        return responses.with(
                "default",
                new JsonObject()
                        .with("description", "An error; its code says which.")
                        .with("content", json(new JsonObject().with("$ref", "#/components/schemas/Error"))));
    }

    private JsonObject success(Example example) {
        JsonObject response = new JsonObject().with("description", "Done.");
        if (example.body() == null) {
            return response;
        }
        JsonObject schema = schemas.ofValue(example.body());
        return response.with(
                "content",
                json(
                        example.other() == null
                                ? schema
                                : new JsonObject().with("anyOf", List.of(schema, schemas.ofValue(example.other())))));
    }

    private static JsonObject json(JsonObject schema) {
        return new JsonObject().with("application/json", new JsonObject().with("schema", schema));
    }

    private static JsonObject components() {
        List<String> codes =
                Arrays.stream(ErrorCode.values()).map(ErrorCode::text).toList();
        JsonObject text = new JsonObject().with("type", "string");
        JsonObject error = new JsonObject()
                .with("type", "object")
                .with("required", List.of("code", "detail"))
                .with(
                        "properties",
                        new JsonObject()
                                .with(
                                        "code",
                                        new JsonObject().with("type", "string").with("enum", codes))
                                .with("detail", text)
                                .with("errors", new JsonObject().with("type", "object"))
                                .with("correlation_id", text));
        return new JsonObject()
                .with("schemas", new JsonObject().with("Error", error))
                .with("securitySchemes", securitySchemes());
    }

    private static JsonObject securitySchemes() {
        return new JsonObject()
                .with("bearer", new JsonObject().with("type", "http").with("scheme", "bearer"))
                .with(
                        "bootstrap",
                        new JsonObject()
                                .with("type", "apiKey")
                                .with("in", "header")
                                .with("name", "X-Admin-Bootstrap-Token"));
    }
}
