package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepUpEndpointsTest extends WithServer {

    @Test
    void a_password_gives_a_new_access_token_and_no_refresh_token() {
        TestClient.Reply reply = client.signedIn().post("/auth/step-up/", "{\"password\":\"p w \"}");

        assertThat(reply.json()).hasToString("{\"access\":\"the-access\"}");
        assertThat(fakes.asked()).containsExactly(Samples.CALLER, Secret.of("p w "));
    }

    @Test
    void a_code_names_the_challenge_it_was_sent_for() {
        TestClient signedIn = client.signedIn();
        assertThat(signedIn.post("/auth/step-up/request/", "{\"channel\":\"sms\"}")
                        .json())
                .hasToString("{\"detail\":\"Code sent successfully.\",\"channel\":\"email\","
                        + "\"challenge_id\":\"challenge-2\"}");
        assertThat(fakes.lastAsked(Channel.class)).isEqualTo(Channel.SMS);
        assertThat(fakes.lastAsked(String.class)).as("whose limit it is").isEqualTo("127.0.0.1");
        assertThat(signedIn.post("/auth/step-up/", "{\"code\":\"1\",\"challenge_id\":\"c\"}")
                        .status())
                .isEqualTo(200);
        assertThat(fakes.asked()).endsWith(Samples.CALLER, "c", Secret.of("1"));
        assertThat(signedIn.post("/auth/step-up/", "{\"code\":\"1\"}").fields()).containsExactly("challenge_id");
        assertThat(signedIn.post("/auth/step-up/", "{}").fields()).containsExactly("password");
        assertThat(signedIn.post("/auth/step-up/request/", "{\"channel\":\"owl\"}")
                        .fields())
                .containsExactly("channel");
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_CREDENTIALS,401,invalid_credentials",
        "INVALID_CODE,401,invalid_code",
        "NO_PROVEN_ADDRESS,400,invalid_input",
        "SESSION_ENDED,401,invalid_token",
        "THROTTLED,429,throttled",
        "BUSY,503,busy"
    })
    void every_refusal_has_its_code(Refusal why, int status, String code) {
        fakes.answering("byPassword", Outcome.refused(why));
        fakes.answering("requestCode", Outcome.refused(why));
        for (String path : new String[] {"/auth/step-up/", "/auth/step-up/request/"}) {
            TestClient.Reply reply = client.signedIn().post(path, "{\"password\":\"p\"}");
            assertThat(reply.status()).isEqualTo(status);
            assertThat(reply.code()).isEqualTo(code);
        }
    }

    @Test
    void nobody_steps_up_without_an_access_token() {
        assertThat(client.post("/auth/step-up/", "{\"password\":\"p\"}").code()).isEqualTo("not_authenticated");
        assertThat(client.post("/auth/step-up/request/", "{}").code()).isEqualTo("not_authenticated");
        assertThat(fakes.asked()).isEmpty();
    }
}
