package dev.lockstile.auth.testkit.http;

import static dev.lockstile.auth.testkit.http.AttackedHost.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.testkit.SentLink;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is disabled or deleted is out at once, and a token is good for what it was made for. */
abstract class AccountStatusAttackContract extends AttackContract {

    private static final String ANA = "ana@example.com";

    @Test
    void a_disabled_account_is_out_by_every_way() {
        AttackedHost host = unlimited();
        host.member(ANA);
        AttackedHost.Tokens tokens = host.tokens(ANA);
        host.pass(Duration.ofMinutes(5));
        host.client.post("password-reset/request/", "email", ANA);
        SentLink reset = host.link(ANA);
        host.requestCode(ANA);
        String code = host.code(ANA);
        assertThat(host.server.kit().auth().admin().disable(user(host, tokens))).isTrue();
        out(host, tokens);
        assertThat(host.enterCode(ANA, code).code()).isEqualTo("invalid_code");
        host.reset(reset, AttackedHost.OTHER_PASSWORD);
        assertThat(host.login(ANA, AttackedHost.OTHER_PASSWORD).status()).isEqualTo(401);
        assertThat(host.login("nobody@example.com", PASSWORD).text())
                .isEqualTo(host.login(ANA, PASSWORD).text());
    }

    @Test
    void a_deleted_person_is_out_and_the_address_is_free() {
        AttackedHost host = unlimited();
        host.member(ANA);
        AttackedHost.Tokens tokens = host.tokens(ANA);
        AuthReply gone = host.client
                .bearing(tokens.access())
                .send("DELETE", "account/delete/", AuthClient.body("confirmation", true, "password", PASSWORD));
        assertThat(gone.status()).isEqualTo(200);
        out(host, tokens);
        host.pass(Duration.ofMinutes(5));
        host.member(ANA);
        assertThat(host.login(ANA, PASSWORD).status()).isEqualTo(200);
    }

    private static void out(AttackedHost host, AttackedHost.Tokens tokens) {
        assertThat(host.refresh(tokens.refresh()).status()).isEqualTo(401);
        assertThat(host.client.bearing(tokens.access()).get("sessions/").status())
                .isEqualTo(401);
        assertThat(host.login(ANA, PASSWORD).code()).isEqualTo("invalid_credentials");
    }

    @Test
    void no_token_stands_in_for_another() {
        AttackedHost host = unlimited();
        host.member(ANA);
        AttackedHost.Tokens tokens = host.tokens(ANA);
        String access = tokens.access();
        String cut = access.substring(0, access.lastIndexOf('.') + 1);
        for (String wrong : List.of(
                tokens.refresh(),
                cut,
                cut + "AAAA",
                access + "=",
                access + "A",
                "eyJhbGciOiJub25lIn0" + access.substring(access.indexOf('.'), access.lastIndexOf('.') + 1))) {
            AuthReply reply = host.client.bearing(wrong).get("me/?client=web");
            assertThat(reply.status()).as("%s", reply).isEqualTo(401);
        }
        assertThat(host.refresh(access).status()).isEqualTo(401);
        assertThat(host.client.get("me/?client=web&access_token=" + access).status())
                .isEqualTo(401);
        host.pass(Duration.ofDays(2));
        assertThat(host.client.bearing(access).get("me/?client=web").status()).isEqualTo(401);
    }

    private static UserId user(AttackedHost host, AttackedHost.Tokens tokens) {
        String id =
                host.client.bearing(tokens.access()).get("me/?client=mobile").field("id");
        return host.server.kit().auth().userId(id).orElseThrow();
    }
}
