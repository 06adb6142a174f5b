package dev.lockstile.auth.http;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.field.HostFields;
import dev.lockstile.auth.http.internal.openapi.Document;
import dev.lockstile.auth.http.settings.HttpSettings;
import java.nio.charset.StandardCharsets;

/**
 * Describes the endpoints as an OpenAPI 3.1 document, for people and for generators of clients. Field names follow the
 * settings, and endpoints that the settings leave out are not in it.
 */
public final class OpenApi {

    private OpenApi() {}

    /**
     * The document as JSON.
     *
     * @param settings as the servlet has them; the names of the fields follow them
     * @param basePath where the servlet is mounted, such as {@code /auth}
     */
    public static String document(HttpSettings settings, String basePath) {
        return document(settings, HostFields.NONE, basePath);
    }

    /** The same with the fields that the host has declared to {@code Auth}. */
    public static String document(Auth auth, HttpSettings settings, String basePath) {
        return document(settings, auth.hostData().fields(), basePath);
    }

    private static String document(HttpSettings settings, HostFields fields, String basePath) {
        return new String(Document.of(settings, fields, basePath), StandardCharsets.UTF_8);
    }
}
