package dev.lockstile.auth.http;

import dev.lockstile.auth.http.internal.openapi.Document;
import dev.lockstile.auth.http.settings.HttpSettings;
import java.nio.charset.StandardCharsets;

/**
 * The description of the endpoints as an OpenAPI 3.1 document, for generators of clients and for people. It is made by
 * the handlers that serve the requests and the payloads that answer them, so it cannot part from them.
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
        return new String(Document.of(settings, basePath), StandardCharsets.UTF_8);
    }
}
