package dev.lockstile.auth.http;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.feature.AuthFeature;
import dev.lockstile.auth.http.internal.openapi.Document;
import dev.lockstile.auth.http.internal.openapi.HostSchema;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.social.SocialEvent;
import dev.lockstile.auth.social.SocialLogin;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Describes the endpoints as an OpenAPI 3.1 document, for developers and client generators. It follows the settings:
 * names of fields, and without endpoints that are left out.
 */
public final class OpenApi {

    private OpenApi() {}

    /**
     * {@return the document as JSON}
     *
     * @param settings the settings of the servlet
     * @param basePath where the servlet is mounted, such as {@code /auth}
     */
    public static String document(HttpSettings settings, String basePath) {
        return document(settings, Document.Served.NOTHING_MORE, basePath);
    }

    /**
     * {@return the document as JSON, with the host's declared fields and the endpoints of the features and provider
     * events that it uses}
     *
     * @param auth the services with these fields and features
     * @param settings the settings of the servlet
     * @param basePath where the servlet is mounted
     */
    public static String document(Auth auth, HttpSettings settings, String basePath) {
        Set<AuthFeature> absent = new HashSet<>(Auth.knownFeatures());
        absent.removeAll(auth.features());
        HostSchema own = HostSchema.of(auth.hostData().fields(), auth.userSettings(), auth.profileSettings());
        return document(
                settings,
                new Document.Served(absent, own, absent.contains(SocialLogin.FEATURE) ? Set.of() : events(auth)),
                basePath);
    }

    private static Set<SocialEvent.Delivery> events(Auth auth) {
        Set<SocialEvent.Delivery> events = EnumSet.allOf(SocialEvent.Delivery.class);
        events.removeIf(form -> auth.socialEvents().providers(form).isEmpty());
        return events;
    }

    private static String document(HttpSettings settings, Document.Served served, String basePath) {
        return new String(Document.of(settings, served, basePath), StandardCharsets.UTF_8);
    }
}
