package dev.lockstile.auth.testkit.http;

import static dev.lockstile.auth.testkit.http.AttackedHost.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.testkit.SentLink;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** No answer shows whether an account exists (ASVS 6.3.8), and every answer has its headers. */
abstract class EqualAnswersContract extends AttackContract {

    private static final String KNOWN = "known@example.com";
    private static final String UNKNOWN = "nobody@example.com";

    @Test
    void a_known_and_an_unknown_person_get_the_same_answer() {
        AttackedHost host = unlimited();
        host.member(KNOWN);
        host.pass(Duration.ofMinutes(5));
        same(host.login(KNOWN, "wrong-word-1188"), host.login(UNKNOWN, "wrong-word-1188"));
        same(host.requestCode(KNOWN), host.requestCode(UNKNOWN));
        same(host.enterCode(KNOWN, "00000000"), host.enterCode(UNKNOWN, "00000000"));
        same(
                host.client.post("password-reset/request/", "email", KNOWN),
                host.client.post("password-reset/request/", "email", UNKNOWN));
        AuthReply link = host.client.post("login/link/request/", "email", KNOWN);
        AuthReply linkOfNobody = host.client.post("login/link/request/", "email", UNKNOWN);
        same(link, linkOfNobody);
        assertThat(link.field("request_id")).hasSameSizeAs(linkOfNobody.field("request_id"));
        String resend = "registration/account-confirmation-email/resend/";
        same(host.client.post(resend, "email", KNOWN), host.client.post(resend, "email", UNKNOWN));
        AuthReply taken = host.register(KNOWN);
        AuthReply free = host.register(UNKNOWN);
        same(taken, free);
        assertThat(taken.field("challenge_id"))
                .hasSameSizeAs(free.field("challenge_id"))
                .isNotEmpty();
        assertThat(taken.field("registration"))
                .hasSameSizeAs(free.field("registration"))
                .isNotEqualTo(free.field("registration"));
    }

    @Test
    void an_address_that_is_taken_stays_its_owners() {
        AttackedHost host = unlimited();
        host.member(KNOWN);
        host.register(KNOWN);
        assertThat(host.login(KNOWN, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void a_registration_by_somebody_else_leaves_no_password_behind() {
        AttackedHost host = unlimited();
        assertThat(host.register(KNOWN).status()).isEqualTo(201);
        AuthReply confirmed = host.confirm(host.link(KNOWN));
        assertThat(confirmed.status()).as("%s", confirmed).isEqualTo(200);
        assertThat(host.login(KNOWN, PASSWORD).status())
                .as("the password of whoever registered")
                .isEqualTo(401);
        JsonNode link = confirmed.json().path(confirmed.json().has("set_password") ? "set_password" : "setPassword");
        SentLink owners = new SentLink(URI.create("https://acme.example/?uid="
                + link.path("uid").asString() + "&token=" + link.path("token").asString()));
        assertThat(host.reset(owners, AttackedHost.OTHER_PASSWORD).status())
                .as("the owner of the address sets another one at once")
                .isEqualTo(200);
        assertThat(host.login(KNOWN, AttackedHost.OTHER_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void no_answer_is_kept_by_a_cache_or_guessed_at() {
        AttackedHost host = unlimited();
        host.member(KNOWN);
        for (AuthReply reply : new AuthReply[] {
            host.signedIn(KNOWN).get("me/?client=web"), host.login(KNOWN, "wrong"), host.client.get("nothing/")
        }) {
            assertThat(reply.header("Cache-Control")).as("%s", reply).isEqualTo("no-store");
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.header("Content-Security-Policy")).contains("default-src 'none'");
            assertThat(reply.header("Set-Cookie")).isEmpty();
        }
    }

    /** Status, code and members, and no word about the person. */
    private static void same(AuthReply known, AuthReply unknown) {
        assertThat(known.status()).as("%s and %s", known, unknown).isEqualTo(unknown.status());
        assertThat(known.code()).isEqualTo(unknown.code());
        assertThat(known.field("detail")).isEqualTo(unknown.field("detail"));
        assertThat(known.json().propertyNames()).isEqualTo(unknown.json().propertyNames());
        assertThat(known.field("user_exist")).isEqualTo(unknown.field("user_exist"));
    }
}
