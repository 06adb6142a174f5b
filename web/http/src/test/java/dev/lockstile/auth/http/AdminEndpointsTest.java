package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.UserInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each of the two ways to open an administrator's account gives the rights it is named for, and no more. */
class AdminEndpointsTest extends WholeStack {

    private static final String BOSS = "boss@example.com";
    private static final String ANA = "ana@example.com";
    private static final String CLERK = "clerk@example.com";

    @BeforeEach
    void makeTheFirst() {
        TestClient bearer = client.with("X-Admin-Bootstrap-Token", BOOTSTRAP);
        assertThat(create(bearer, "create-superuser", BOSS).status()).isEqualTo(201);
    }

    @Test
    void a_superuser_has_both_rights_in_the_answer_and_in_the_row() {
        TestClient.Reply reply = create(as(tokens(BOSS)), "create-superuser", "second@example.com");
        told(reply, true);
        assertThat(status("second@example.com").superuser()).isTrue();
        assertThat(status("second@example.com").staff()).isTrue();
    }

    @Test
    void staff_is_no_superuser_in_the_answer_and_in_the_row() {
        TestClient.Reply reply = create(as(tokens(BOSS)), "create-staff", CLERK);
        told(reply, false);
        assertThat(status(CLERK).superuser()).isFalse();
        assertThat(status(CLERK).staff()).isTrue();
    }

    @Test
    void staff_opens_no_account_of_an_administrator() {
        create(as(tokens(BOSS)), "create-staff", CLERK);
        for (String path : new String[] {"create-staff", "create-superuser"}) {
            assertThat(create(as(tokens(CLERK)), path, "x@example.com").code())
                    .as(path)
                    .isEqualTo("forbidden");
        }
        assertThat(found("x@example.com")).isFalse();
    }

    @Test
    void every_field_that_is_missing_is_named() {
        TestClient.Reply reply = as(tokens(BOSS)).post("/auth/admin/create-staff/", "{}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("errors").propertyNames()).containsExactlyInAnyOrder("email", "password");
    }

    @Test
    void a_reason_for_a_new_administrator_is_one_that_can_be_kept() {
        String body = "{\"email\":\"" + CLERK + "\",\"password\":\"" + PASSWORD + "\",\"reason\":\"%s\"}";
        TestClient boss = as(tokens(BOSS));
        assertThat(boss.post("/auth/admin/create-staff/", body.formatted("ticket <1>"))
                        .json()
                        .path("errors")
                        .propertyNames())
                .containsExactly("reason");
        assertThat(found(CLERK)).isFalse();
        assertThat(boss.post("/auth/admin/create-staff/", body.formatted("ticket 1"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void second_factors_are_reset_by_a_superuser_for_a_reason_that_can_be_kept() {
        account(ANA);
        TestClient boss = as(tokens(BOSS));
        TestClient.Reply done = reset(boss, "", "ticket 1");
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(done.json().path("status").asString()).isEqualTo("done");
        assertThat(done.json().path("detail").asString()).isNotBlank();
        assertThat(reset(boss, "cancel/", "ticket 1").code()).isEqualTo("no_reset_waits");
        assertThat(reset(boss, "", "ticket <1>").json().path("errors").propertyNames())
                .containsExactly("reason");
        assertThat(boss.post("/auth/admin/factors/reset/", "{}")
                        .json()
                        .path("errors")
                        .propertyNames())
                .containsExactlyInAnyOrder("login", "reason");
        create(boss, "create-staff", CLERK);
        assertThat(reset(as(tokens(CLERK)), "", "ticket 1").code()).isEqualTo("forbidden");
        assertThat(reset(client, "", "ticket 1").status()).isEqualTo(401);
    }

    private static TestClient.Reply reset(TestClient caller, String what, String reason) {
        return caller.post(
                "/auth/admin/factors/reset/" + what, "{\"login\":\"" + ANA + "\",\"reason\":\"" + reason + "\"}");
    }

    private TestClient.Reply create(TestClient caller, String path, String email) {
        return caller.post(
                "/auth/admin/" + path + "/", "{\"email\":\"" + email + "\",\"password\":\"" + PASSWORD + "\"}");
    }

    private static void told(TestClient.Reply reply, boolean superuser) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        JsonNode body = reply.json();
        assertThat(body.path("is_staff").isBoolean()).isTrue();
        assertThat(body.path("is_staff").asBoolean()).isTrue();
        assertThat(body.path("is_superuser").isBoolean()).isTrue();
        assertThat(body.path("is_superuser").asBoolean()).isEqualTo(superuser);
    }

    private UserInfo.Status status(String email) {
        Identifier address = IdentifierRules.standard().email(email).orElseThrow();
        return store.read(tx -> tx.users().byKey(address.kind(), address.key()))
                .orElseThrow()
                .info()
                .status();
    }

    private boolean found(String email) {
        Identifier address = IdentifierRules.standard().email(email).orElseThrow();
        return store.read(tx -> tx.users().byKey(address.kind(), address.key())).isPresent();
    }
}
