package dev.lockstile.auth.http.internal.openapi;

import dev.lockstile.auth.feature.AuthFeature;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.json.JsonText;
import dev.lockstile.auth.http.internal.json.MalformedJsonException;
import dev.lockstile.auth.http.internal.json.StrictJson;
import dev.lockstile.auth.http.settings.EndpointGroup;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.http.settings.JsonNaming;
import dev.lockstile.auth.social.SocialEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the checked-in description of all endpoints, of which each shape has one, and adapts it to a host's settings.
 */
public final class Document {

    private static final String INHERITED = "openapi.json";
    private static final String CLEAN = "openapi-clean.json";
    private static final String FAST_API_USERS = "openapi-fastapi-users.json";
    private static final int MAX_BYTES = 1024 * 1024;

    /**
     * Names the groups that an operation belongs to; it is left out when one of them is, and is not published itself.
     */
    private static final String GROUPS = "x-groups";

    /** Names the list of the host's fields that an object has beside its own; is not published itself. */
    private static final String HOST_FIELDS = "x-host-fields";

    /**
     * Names the forms of events of which the host takes one, else the operation is left out; is not published itself.
     */
    private static final String EVENTS = "x-events";

    /** Stands in paths for the name of a purpose of the host's own; each that is offered has its own paths. */
    private static final String PURPOSE = "{purpose}";

    /** Marks an operation that is left out unless cookies are allowed; is not published itself. */
    private static final String COOKIES = "x-cookies";

    /** Names the list of the host's settings without which the operation is left out; is not published itself. */
    private static final String SETTINGS = "x-settings";

    private static final Set<String> UNPUBLISHED = Set.of(GROUPS, EVENTS, COOKIES, SETTINGS);

    private final HttpSettings settings;
    private final Served served;

    private Document(HttpSettings settings, Served served) {
        this.settings = settings;
        this.served = served;
    }

    /**
     * What a host serves beyond the settings of its endpoints.
     *
     * @param absent the features that it does not use
     * @param own fields and settings of its own
     * @param events of providers, in the forms in which it takes them
     */
    public record Served(Set<AuthFeature> absent, HostSchema own, Set<SocialEvent.Delivery> events) {

        /** All features; no fields, no settings and no events. */
        public static final Served NOTHING_MORE = new Served(Set.of(), HostSchema.NONE, Set.of());
    }

    /** The document in UTF-8. */
    public static byte[] of(HttpSettings settings, Served served, String basePath) {
        return new JsonText(settings.naming()::wire)
                .write(object(settings, served).with("servers", List.of(new JsonObject().with("url", basePath))));
    }

    /** The document before its members are renamed. */
    static JsonObject object(HttpSettings settings, Served served) {
        return new Document(settings, served).adapted(checkedIn(resource(settings)));
    }

    private static String resource(HttpSettings settings) {
        if (settings.extra().fastApiUsers()) {
            return FAST_API_USERS;
        }
        return settings.naming() == JsonNaming.CLEAN ? CLEAN : INHERITED;
    }

    private static JsonObject checkedIn(String resource) {
        try (InputStream in = Document.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            return new StrictJson(MAX_BYTES).read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("unreadable resource " + resource, e);
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("malformed resource " + resource, e);
        }
    }

    private JsonObject adapted(JsonObject all) {
        JsonObject document = new JsonObject();
        all.members().forEach((name, value) -> document.with(name, renamed(value)));
        return document.with("paths", paths(document));
    }

    private JsonObject paths(JsonObject document) {
        JsonObject paths = new JsonObject();
        object(document.value("paths")).members().forEach((path, operations) -> {
            JsonObject present = present(object(operations));
            if (served.absent().stream().anyMatch(feature -> feature.owns(path))) {
                return;
            }
            if (path.contains(PURPOSE)) {
                new TreeSet<>(settings.extra().purposes())
                        .forEach(name -> paths.with(path.replace(PURPOSE, name), object(of(name, present))));
            } else if (!present.members().isEmpty()) {
                paths.with(path, present);
            }
        });
        return paths;
    }

    /** The description of one purpose's endpoints, made from that of any. */
    private static @Nullable Object of(String purpose, @Nullable Object value) {
        if (value instanceof String text) {
            return text.replace(PURPOSE, purpose);
        }
        if (!(value instanceof JsonObject object)) {
            return value;
        }
        JsonObject named = new JsonObject();
        object.members().forEach((name, member) -> named.with(name, of(purpose, member)));
        return named;
    }

    private JsonObject present(JsonObject operations) {
        JsonObject present = new JsonObject();
        operations.members().forEach((method, value) -> {
            JsonObject operation = object(value);
            if (!isAbsent(operation)) {
                present.with(method, published(operation));
            }
        });
        return present;
    }

    private boolean isAbsent(JsonObject operation) {
        boolean taken = !(operation.value(EVENTS) instanceof List<?> forms)
                || forms.stream()
                        .map(form -> SocialEvent.Delivery.valueOf(String.valueOf(form)))
                        .anyMatch(served.events()::contains);
        boolean cookies = !operation.has(COOKIES) || settings.cookies();
        boolean owned = !(operation.value(SETTINGS) instanceof String list)
                || served.own().has(list);
        return !taken || !cookies || !owned || isLeftOut(operation);
    }

    private boolean isLeftOut(JsonObject operation) {
        return operation.value(GROUPS) instanceof List<?> groups
                && groups.stream()
                        .map(group -> EndpointGroup.valueOf(String.valueOf(group)))
                        .anyMatch(settings::isWithout);
    }

    private static JsonObject published(JsonObject operation) {
        JsonObject published = new JsonObject();
        operation.members().forEach((name, value) -> {
            if (!UNPUBLISHED.contains(name)) {
                published.with(name, value);
            }
        });
        return published;
    }

    /** With the names of required fields as they are on the wire; the writer renames the members themselves. */
    private @Nullable Object renamed(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(this::renamed).toList();
        }
        if (!(value instanceof JsonObject object)) {
            return value;
        }
        JsonObject renamed = new JsonObject();
        withHostFields(object).members().forEach((name, member) -> {
            boolean isRequired = name.equals("required") && member instanceof List<?>;
            renamed.with(name, isRequired ? wire((List<?>) member) : renamed(member));
        });
        return renamed;
    }

    /** With the host's fields among the properties of an object that has them. */
    private JsonObject withHostFields(JsonObject object) {
        if (!(object.value(HOST_FIELDS) instanceof String where)) {
            return object;
        }
        JsonObject schema = new JsonObject();
        object.members().forEach((name, member) -> {
            if (!name.equals(HOST_FIELDS)) {
                schema.with(name, member);
            }
        });
        served.own().addTo(schema, where);
        return schema;
    }

    private List<String> wire(List<?> names) {
        return names.stream()
                .map(name -> settings.naming().wire(String.valueOf(name)))
                .toList();
    }

    private static JsonObject object(@Nullable Object value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new IllegalStateException("no object where the description has one");
    }
}
