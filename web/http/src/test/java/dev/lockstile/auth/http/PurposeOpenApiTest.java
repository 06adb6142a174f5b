package dev.lockstile.auth.http;

import dev.lockstile.auth.http.settings.HttpSettings;

/** The same of a host that offers codes of purposes of its own. */
class PurposeOpenApiTest extends OpenApiRoutesTest {

    @Override
    HttpSettings settings() {
        return HttpSettings.defaults().withSnakeCase().offerPurposes("pick-up", "pay");
    }
}
