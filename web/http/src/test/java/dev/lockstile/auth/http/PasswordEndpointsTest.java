package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordEndpointsTest extends WithServer {

    private static final String CHANGE =
            "{\"old_password\":\" old \",\"new_password\":\" new \",\"new_password_confirm\":\" new \"}";
    private static final String CONFIRM =
            "{\"uid\":\"u\",\"token\":\"t\",\"new_password\":\"new\",\"new_password_confirm\":\"new\"}";

    @Test
    void a_reset_is_asked_for_by_one_identifier() {
        TestClient.Reply reply = client.post("/auth/password-reset/request/", "{\"phone\":\"+525512345678\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().propertyNames()).containsExactly("detail", "email_sent");
        assertThat(fakes.lastAsked(ResetRequest.class))
                .isEqualTo(new ResetRequest(IdentifierKind.PHONE, "+525512345678", "127.0.0.1"));
        assertThat(client.post("/auth/password-reset/request/", "{}").fields()).containsExactly("email", "phone");
        assertThat(client.post("/auth/password-reset/request/", "{\"phone\":\"1\",\"email\":\"a@x.com\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void an_identifier_without_the_form_of_one_is_told() {
        fakes.answering("requestReset", Outcome.invalid(List.of(FieldProblem.of("email", "invalid"))));

        assertThat(client.post("/auth/password-reset/request/", "{\"email\":\"a\"}")
                        .fields())
                .containsExactly("email");
    }

    @Test
    void a_password_is_reset_and_changed() {
        assertThat(client.post("/auth/password-reset/confirm/", CONFIRM).status())
                .isEqualTo(200);
        TestClient.Reply changed = client.signedIn().post("/auth/password-reset/change/", CHANGE);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().propertyNames()).containsExactly("detail");
        assertThat(fakes.asked()).endsWith(Samples.CALLER, Secret.of(" old "), Secret.of(" new "));
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_LINK,400,invalid_link",
        "WRONG_PASSWORD,400,invalid_input",
        "SESSION_ENDED,401,invalid_token",
        "THROTTLED,429,throttled",
        "BUSY,503,busy"
    })
    void every_refusal_has_its_status_and_code(Refusal why, int status, String code) {
        fakes.answering("change", Outcome.refused(why));

        TestClient.Reply reply = client.signedIn().post("/auth/password-reset/change/", CHANGE);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.header("Retry-After").isEmpty()).isEqualTo(status < 429);
        assertThat(reply.fields()).isEqualTo(why == Refusal.WRONG_PASSWORD ? List.of("old_password") : List.of());
    }

    @Test
    void a_bad_new_password_is_told_on_its_field_by_whatever_name_the_service_knows_it() {
        fakes.answering("confirmReset", Outcome.invalid(List.of(FieldProblem.of("password", "too_common"))));
        fakes.answering("change", Outcome.invalid(List.of(FieldProblem.of("new_password", "too_common"))));

        assertThat(client.post("/auth/password-reset/confirm/", CONFIRM).fields())
                .containsExactly("new_password");
        assertThat(client.signedIn()
                        .post("/auth/password-reset/change/", CHANGE)
                        .fields())
                .containsExactly("new_password");
    }

    @Test
    void two_different_new_passwords_are_refused_before_the_link_is_used() {
        TestClient.Reply reply =
                client.post("/auth/password-reset/confirm/", CONFIRM.replace("confirm\":\"new", "confirm\":\"other"));

        assertThat(reply.fields()).containsExactly("new_password_confirm");
        assertThat(fakes.asked()).isEmpty();
    }
}
