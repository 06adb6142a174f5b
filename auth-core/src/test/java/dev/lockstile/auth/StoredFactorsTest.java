package dev.lockstile.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.TotpState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.SigningKeys;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What stands in a database opens in every later version. */
class StoredFactorsTest {

    private static final Secret OWN = Secret.of("b3duIGtleSBvZiBhIGhvc3QgZm9yIHNlY29uZCBmYWN0b3Jz");
    private static final Secret APPLICATION = Secret.of("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

    private final AuthKeys keys =
            new AuthKeys(Secret.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"), SigningKeys.generate());

    @Test
    void an_application_sealed_under_the_digest_key_opens() {
        String sealed = "v1.bI2E_1Ho.cbpr9vYG3b62nbDGV0KXoUXkuVobUnZd9Czohsj3gI3VsPj8u5fP23ZNfeM6iV0s";
        assertThat(keys.factorSealing().isSame(user(4711), stored(sealed), APPLICATION))
                .isTrue();
        assertThat(keys.factorSealing(OWN).isSame(user(4711), stored(sealed), APPLICATION))
                .isTrue();
        assertThat(keys.factorSealing().isSame(user(4712), stored(sealed), APPLICATION))
                .isFalse();
        TotpState other = new TotpState("enrolment-2", sealed, "import", Instant.EPOCH);
        assertThat(keys.factorSealing().isSame(user(4711), other, APPLICATION)).isFalse();
    }

    @Test
    void an_application_sealed_under_a_key_of_the_host_opens() {
        String sealed = "v1.nFEnwHLh.SnFCoyUZrI80EQqZ5snpX3Nqc7SWMUHFkDiD7KJDoTdIHez7d7V50LTHnwQfWOhf";
        assertThat(keys.factorSealing(OWN).isSame(user(4711), stored(sealed), APPLICATION))
                .isTrue();
        assertThat(keys.factorSealing().isSame(user(4711), stored(sealed), APPLICATION))
                .isFalse();
    }

    private static UserId user(long key) {
        return new UserId(key);
    }

    private static TotpState stored(String sealed) {
        return new TotpState("enrolment-1", sealed, "import", Instant.EPOCH);
    }
}
