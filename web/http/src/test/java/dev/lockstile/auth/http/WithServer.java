package dev.lockstile.auth.http;

import dev.lockstile.auth.http.settings.HttpSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test against fake services in a real server. */
abstract class WithServer {

    final Fakes fakes = new Fakes();
    TestServer server;
    TestClient client;

    @BeforeEach
    void start() {
        server = TestServer.of(fakes, settings());
        client = server.client();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    HttpSettings settings() {
        return HttpSettings.defaults().withSnakeCase().withClock(TestServer.fixed());
    }
}
