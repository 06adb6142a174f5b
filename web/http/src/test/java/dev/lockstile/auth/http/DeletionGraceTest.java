package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.upkeep.Retention;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A deletion by the owner that waits for days, over the wire. */
class DeletionGraceTest extends WholeStack {

    private static final String ANA = "ana@example.com";

    @Override
    AuthBuilder wired(AuthBuilder builder) {
        return builder.deletionGrace(Duration.ofDays(14));
    }

    @Test
    void it_is_told_until_when_and_taken_back() {
        TestClient ana = closing();
        assertThat(ana.get("/auth/account/deletion/").json().path("due").asString())
                .isEqualTo(clock.instant().plus(Duration.ofDays(14)).toString());
        assertThat(ana.delete("/auth/account/deletion/", "").status()).isEqualTo(200);
        assertThat(ana.get("/auth/account/deletion/").json().path("due").isNull())
                .isTrue();
        TestClient.Reply again = ana.delete("/auth/account/deletion/", "");
        assertThat(again.status()).isEqualTo(404);
        clock.advance(Duration.ofDays(15));
        auth.upkeep().cleanUp(Retention.standard());
        assertThat(login(ANA, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void after_the_days_the_account_is_gone() {
        closing();
        clock.advance(Duration.ofDays(14));
        auth.upkeep().cleanUp(Retention.standard());
        assertThat(login(ANA, PASSWORD).status()).isEqualTo(401);
    }

    /** Signed in again after the deletion was asked for. */
    private TestClient closing() {
        account(ANA);
        TestClient ana = as(tokens(ANA));
        TestClient.Reply asked =
                ana.delete("/auth/account/delete/", "{\"confirmation\":true,\"password\":\"" + PASSWORD + "\"}");
        assertThat(asked.text()).contains("sign in before to keep it");
        assertThat(ana.get("/auth/me/?client=web").status()).isEqualTo(401);
        return as(tokens(ANA));
    }
}
