package dev.lockstile.auth.http;

import dev.lockstile.auth.http.settings.HttpSettings;

/** The same of the description of the clean shape. */
final class CleanOpenApiRoutesTest extends OpenApiRoutesTest {

    @Override
    HttpSettings settings() {
        return HttpSettings.defaults();
    }
}
