package dev.lockstile.auth.http.internal.openapi;

import dev.lockstile.auth.http.internal.input.KnownMembers;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.settings.HttpSettings;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members that the body of each endpoint may have, read from the description of the endpoints. What other sites
 * send is not among them: their standards grow.
 */
public final class BodyMembers {

    private final HttpSettings settings;

    private BodyMembers(HttpSettings settings) {
        this.settings = settings;
    }

    /** By method and path, such as {@code POST register}; empty where unknown members are ignored. */
    public static Map<String, KnownMembers> of(HttpSettings settings, HostSchema own) {
        return settings.refusesUnknownMembers()
                ? new BodyMembers(settings)
                        .read(Document.object(settings, new Document.Served(Set.of(), own, Set.of()))
                                .value("paths"))
                : Map.of();
    }

    private Map<String, KnownMembers> read(@Nullable Object paths) {
        Map<String, KnownMembers> found = new HashMap<>();
        members(paths)
                .forEach((path, operations) -> members(operations).forEach((method, operation) -> {
                    Object content = member(member(operation, "requestBody"), "content");
                    if (member(content, "application/json") instanceof JsonObject body) {
                        String name = method.toUpperCase(Locale.ROOT) + " " + path.replaceAll("^/|/$", "");
                        found.put(name, known(body.value("schema")));
                    }
                }));
        return found;
    }

    private KnownMembers known(@Nullable Object schema) {
        Map<String, @Nullable KnownMembers> names = new HashMap<>();
        members(member(schema, "properties"))
                .forEach((name, inner) -> names.put(
                        settings.naming().wire(name),
                        member(inner, "properties") instanceof JsonObject ? known(inner) : null));
        return new KnownMembers(settings.naming(), names);
    }

    private static @Nullable Object member(@Nullable Object of, String name) {
        return of instanceof JsonObject object ? object.value(name) : null;
    }

    private static Map<String, @Nullable Object> members(@Nullable Object of) {
        return of instanceof JsonObject object ? object.members() : Map.of();
    }
}
