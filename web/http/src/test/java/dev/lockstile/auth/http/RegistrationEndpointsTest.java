package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationEndpointsTest extends WithServer {

    private static final String CONFIRM = "/auth/registration/account-confirmation-email/";

    /** The members of a good request, as JSON. */
    private static Map<String, String> good() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("email", "\"ana@example.com\"");
        members.put("username", "\"\"");
        members.put("password", "\" a good one \"");
        members.put("password_confirm", "\" a good one \"");
        members.put("first_name", "\" Ana \"");
        members.put("last_name_1", "\"Ruiz\"");
        members.put("birthday", "\"1990-05-17\"");
        members.put("gender", "\"FEMALE\"");
        members.put("terms_and_conditions_accepted", "true");
        return members;
    }

    private static String json(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String good(String field, String value) {
        Map<String, String> members = good();
        members.put(field, value);
        return json(members);
    }

    @Test
    void a_registration_is_accepted() {
        TestClient.Reply reply =
                client.with("Accept-Language", "fr-CA, es;q=0.5").post("/auth/register/", json(good()));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().propertyNames()).containsExactly("detail", "registration", "challenge_id");
        assertThat(reply.json().path("registration").asString()).isEqualTo("the.secret");
        Registration asked = fakes.lastAsked(Registration.class);
        assertThat(asked.identifiers()).isEqualTo(new Registration.Identifiers("ana@example.com", null, null));
        assertThat(asked.password().reveal()).isEqualTo(" a good one ");
        assertThat(asked.person()).isEqualTo(new Person("Ana", "Ruiz", null, LocalDate.of(1990, 5, 17), "FEMALE"));
        assertThat(asked.client()).isEqualTo(new Registration.RegistrationClient("fr-CA", "127.0.0.1"));
        assertThat(asked.termsAccepted()).isTrue();
    }

    @Test
    void the_language_is_read_with_an_underscore_too() {
        client.with("Accept-Language", "pt_BR, es;q=0.5").post("/auth/register/", json(good()));

        assertThat(fakes.lastAsked(Registration.class).client().language()).isEqualTo("pt-BR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"  \""})
    void one_name_is_enough(String lastName) {
        assertThat(client.post("/auth/register/", good("last_name_1", lastName)).status())
                .isEqualTo(201);
        Person person = fakes.lastAsked(Registration.class).person();
        assertThat(person.lastName1()).isNull();
        assertThat(person.displayName()).isEqualTo("Ana");
    }

    @Test
    void what_only_the_server_decides_changes_nothing() {
        client.post("/auth/register/", json(good()));
        Registration plain = fakes.lastAsked(Registration.class);
        Map<String, String> greedy = good();
        for (String field : List.of("role", "is_staff", "is_superuser", "is_active", "is_verified", "deleted", "id")) {
            greedy.put(field, "true");
        }

        assertThat(client.post("/auth/register/", json(greedy)).status()).isEqualTo(201);
        assertThat(fakes.lastAsked(Registration.class)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "email|null|email",
                "email|5|email",
                "password|null|password",
                "password|\"\"|password",
                "password|[\"a\"]|password",
                "password_confirm|\"a good one\"|password_confirm",
                "password_confirm|null|password_confirm",
                "first_name|\"  \"|first_name",
                "first_name|{}|first_name",
                "first_name|\"a\\nb\"|first_name",
                "last_name_1|5|last_name_1",
                "last_name_2|true|last_name_2",
                "birthday|\"1990-02-30\"|birthday",
                "birthday|\"17/05/1990\"|birthday",
                "birthday|\"1899-12-31\"|birthday",
                "birthday|\"2026-03-02\"|birthday",
                "birthday|\"+999999999-01-01\"|birthday",
                "birthday|19900517|birthday",
                "terms_and_conditions_accepted|false|terms_and_conditions_accepted",
                "terms_and_conditions_accepted|null|terms_and_conditions_accepted",
                "terms_and_conditions_accepted|\"true\"|terms_and_conditions_accepted",
                "terms_and_conditions_accepted|1|terms_and_conditions_accepted"
            })
    void a_wrong_field_is_named(String field, String value, String named) {
        TestClient.Reply reply = client.post("/auth/register/", good(field, value));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.fields()).containsExactly(named);
        assertThat(reply.json().path(named).isArray()).isTrue();
        assertThat(fakes.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"email,320", "username,320", "first_name,100", "last_name_1,150", "last_name_2,150", "gender,50"})
    void a_text_may_be_as_long_as_its_column_and_no_longer(String field, int max) {
        assertThat(client.post("/auth/register/", good(field, '"' + "x".repeat(max) + '"'))
                        .status())
                .isEqualTo(201);
        TestClient.Reply reply = client.post("/auth/register/", good(field, '"' + "x".repeat(max + 1) + '"'));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("errors").path(field).path(0).asString()).contains(String.valueOf(max));
    }

    @Test
    void today_is_a_possible_birthday() {
        assertThat(client.post("/auth/register/", good("birthday", "\"2026-03-01\""))
                        .status())
                .isEqualTo(201);
        assertThat(client.post("/auth/register/", good("birthday", "null")).status())
                .isEqualTo(201);
    }

    @Test
    void a_phone_alone_is_for_the_service_to_judge() {
        Map<String, String> members = good();
        members.remove("email");
        members.put("phone", "\"+525512345678\"");
        fakes.answering("register", Outcome.invalid(List.of(FieldProblem.of("email", "required"))));

        TestClient.Reply reply = client.post("/auth/register/", json(members));

        assertThat(reply.fields()).containsExactly("email");
        assertThat(fakes.lastAsked(Registration.class).identifiers())
                .isEqualTo(new Registration.Identifiers(null, "+525512345678", null));
    }

    @Test
    void problems_the_service_finds_are_told_in_words() {
        fakes.answering(
                "register",
                Outcome.invalid(List.of(
                        new FieldProblem("password", "too_short", Map.of("min", 15)),
                        FieldProblem.of("password", "some_future_code"))));

        TestClient.Reply reply = client.post("/auth/register/", json(good()));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("password"))
                .hasToString("[\"This value is too short; at least 15 characters are needed.\","
                        + "\"This value is not valid.\"]");
    }

    @Test
    void a_password_is_never_sent_back() {
        TestClient.Reply reply = client.post(
                "/auth/register/", good("password", "\"canary-4711\"").replace("FEMALE", "x".repeat(60)));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).doesNotContain("canary-4711");
    }

    @Test
    void a_registration_on_a_busy_machine_is_put_off() {
        fakes.answering("register", Outcome.refused(Refusal.BUSY, Samples.NOW.plusSeconds(90)));

        TestClient.Reply reply = client.post("/auth/register/", json(good()));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).isEqualTo("90");
    }

    @Test
    void a_confirmation_link_works_or_is_refused_in_one_way() {
        String link = "{\"uid\":\"MTI\",\"token\":\"tok\"}";
        assertThat(client.post("/auth/registration/account-confirmation-email/", link)
                        .status())
                .isEqualTo(200);
        assertThat(fakes.lastAsked(EmailConfirmation.class))
                .isEqualTo(EmailConfirmation.of(new LinkProof("MTI", Secret.of("tok"), "127.0.0.1")));
        fakes.answering("confirmEmail", Outcome.refused(Refusal.INVALID_LINK));

        TestClient.Reply refused = client.post("/auth/registration/account-confirmation-email", link);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("invalid_link");
        assertThat(refused.json().propertyNames()).containsExactlyInAnyOrder("code", "detail");
    }

    @Test
    void a_confirmation_shows_the_secret_or_the_password_of_the_registration() {
        client.post(CONFIRM, "{\"uid\":\"MTI\",\"token\":\"tok\",\"registration\":\"a.b\"}");
        assertThat(fakes.lastAsked(EmailConfirmation.class).registration()).isEqualTo(Secret.of("a.b"));
        client.post(CONFIRM, "{\"uid\":\"MTI\",\"token\":\"tok\",\"password\":\" pw \"}");
        assertThat(fakes.lastAsked(EmailConfirmation.class).password()).isEqualTo(Secret.of(" pw "));
        assertThat(client.post(CONFIRM, "{\"uid\":\"MTI\",\"token\":\"tok\",\"password\":5}")
                        .fields())
                .containsExactly("password");
    }

    @Test
    void whoever_has_no_password_now_gets_what_sets_one() {
        fakes.answering(
                "confirmEmail", Outcome.done(new EmailConfirmation.Proven(new LinkProof("MTI", Secret.of("next")))));

        TestClient.Reply reply = client.post(CONFIRM, "{\"uid\":\"MTI\",\"token\":\"tok\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().propertyNames()).containsExactly("detail", "set_password");
        assertThat(reply.json().path("set_password")).hasToString("{\"uid\":\"MTI\",\"token\":\"next\"}");
        assertThat(reply.json().path("detail").asString()).contains("choose a password");
    }

    @Test
    void a_wrong_password_of_the_registration_is_named_and_a_busy_machine_waits() {
        String typed = "{\"uid\":\"MTI\",\"token\":\"tok\",\"password\":\"canary-4711\"}";
        fakes.answering("confirmEmail", Outcome.refused(Refusal.WRONG_PASSWORD));
        TestClient.Reply wrong = client.post(CONFIRM, typed);
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.fields()).containsExactly("password");
        assertThat(wrong.text()).doesNotContain("canary-4711");
        fakes.answering("confirmEmail", Outcome.refused(Refusal.BUSY, Samples.NOW.plusSeconds(3)));
        TestClient.Reply busy = client.post(CONFIRM, typed);
        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.header("Retry-After")).isEqualTo("3");
    }

    @Test
    void looking_at_a_link_confirms_nothing() {
        for (String method : List.of("GET", "HEAD", "PUT")) {
            assertThat(client.send(method, CONFIRM + "?uid=MTI&token=tok", new byte[0], "")
                            .status())
                    .isEqualTo(405);
        }
        assertThat(fakes.asked()).isEmpty();
    }

    @Test
    void another_confirmation_is_answered_alike_whatever_happens() {
        String path = "/auth/registration/account-confirmation-email/resend/";
        TestClient.Reply reply = client.post(path, "{\"email\":\"ana@example.com\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().propertyNames()).containsExactly("detail", "email_sent", "challenge_id");
        assertThat(reply.json().path("email_sent").asBoolean()).isTrue();
        fakes.answering("resendConfirmation", Outcome.invalid(List.of(FieldProblem.of("email", "invalid"))));
        assertThat(client.post(path, "{\"email\":\"ana\"}").fields()).containsExactly("email");
        assertThat(client.post(path, "{}").fields()).containsExactly("email");
    }
}
