package dev.lockstile.auth.spring.test;

import dev.lockstile.auth.spring.test.kiosk.Kiosk;
import java.util.Map;

/** Attacks on a database in use. */
final class OccupiedKiosk extends SpringAuthContract {

    static final String URL = "jdbc:h2:mem:occupied;DB_CLOSE_DELAY=-1";

    @Override
    protected Class<?> application() {
        return Kiosk.class;
    }

    @Override
    protected Map<String, String> properties() {
        return Map.of("spring.datasource.url", URL);
    }
}
