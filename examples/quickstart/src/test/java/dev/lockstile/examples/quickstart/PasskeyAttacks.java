package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.testkit.SoftwareAuthenticator;
import dev.lockstile.auth.testkit.http.AuthClient;
import dev.lockstile.auth.testkit.http.AuthReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Passkeys where the time, other accounts and other ceremonies matter (requirements PK1, PK2, PK7, PK8 and PK15). */
abstract class PasskeyAttacks extends SignInAttacks {

    private static final String KEY_ON_P256 = "a5010203262001215820";

    @Test
    void pk1_a_challenge_is_of_32_bytes_used_up_by_a_wrong_answer_and_over_after_ten_minutes() {
        SignInPerson ana = withPasskey();
        AuthReply asked = host.client().post("login/passkey/options/");
        assertThat(asked.field("ceremony_id")).matches("[A-Za-z0-9_-]{43}");
        Map<String, Object> right = ana.shown(asked);
        Map<String, Object> wrong =
                SignInPerson.body("ceremony_id", asked.field("ceremony_id"), "credential", Map.of());
        refused(signIn(wrong), 401, "invalid_credentials");
        refused(signIn(right), 401, "invalid_credentials");
        Map<String, Object> late = ana.shown(host.client().post("login/passkey/options/"));
        host.pass(Duration.ofMinutes(10));
        refused(signIn(late), 401, "invalid_credentials");
        in(signIn(ana.shown(host.client().post("login/passkey/options/"))));
    }

    @Test
    void pk2_a_challenge_is_of_one_kind_one_user_and_one_session() {
        SignInPerson ana = withPasskey();
        SignInPerson ben = withPasskey();
        SignInTokens anas = ana.signIn();
        SignInTokens bens = ben.signIn();
        Map<String, Object> ofStepUp = ana.shown(ana.post(anas, "step-up/passkey/", Map.of()));
        refused(signIn(ofStepUp), 401, "invalid_credentials");
        Map<String, Object> ofSignIn = ana.shown(host.client().post("login/passkey/options/"));
        refused(ana.post(anas, "step-up/", ofSignIn), 401, "invalid_second_factor");
        Map<String, Object> ofAna = ben.shown(ana.post(anas, "step-up/passkey/", Map.of()));
        refused(ben.post(bens, "step-up/", ofAna), 401, "invalid_second_factor");
        String challenge = ana.challenge();
        Map<String, Object> ofBen =
                ana.shown(host.client().post("login/second-factor/passkey/", "challenge_id", ben.challenge()));
        ofBen.put("challenge_id", challenge);
        refused(ana.post("login/second-factor/", SignInTransport.BODY.said(ofBen)), 401, "invalid_second_factor");
        AuthReply registering = host.client().bearing(proven(ana, anas)).post("passkeys/options/");
        refused(signIn(ana.shown(registering)), 401, "invalid_credentials");
    }

    @Test
    void pk7_a_disabled_and_a_deleted_account_stay_out() {
        SignInPerson disabled = withPasskey();
        SignInPerson deleted = withPasskey();
        assertThat(host.server.kit().auth().admin().disable(host.user(disabled)))
                .isTrue();
        assertThat(host.server.kit().auth().admin().delete(host.user(deleted))).isTrue();
        for (SignInPerson person : new SignInPerson[] {disabled, deleted}) {
            refused(signIn(person.shown(host.client().post("login/passkey/options/"))), 401, "invalid_credentials");
        }
    }

    @Test
    void pk8_a_key_that_does_not_fit_its_algorithm_or_lies_off_the_curve_is_refused() {
        for (String[] change : new String[][] {
            {KEY_ON_P256, "a5010203272001215820"}, // EdDSA of a key on P-256
            {KEY_ON_P256, "a5010203262002215820"}, // P-384 with coordinates of P-256
            {KEY_ON_P256, "a5010203382220012158"}, // an algorithm that was not offered
        }) {
            invalid(change[0], change[1]);
        }
        invalid(null, null);
    }

    @Test
    void pk15_a_handle_is_random_and_says_nothing_of_its_owner() {
        SignInPerson ana = member();
        AuthReply asked = signedIn(ana).post("passkeys/options/");
        String handle = asked.json().at("/public_key/user/id").asString();
        byte[] bytes = Base64.getUrlDecoder().decode(handle);
        assertThat(bytes).hasSize(32);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(text).doesNotContain(ana.email);
        SignInPerson ben = member();
        assertThat(signedIn(ben)
                        .post("passkeys/options/")
                        .json()
                        .at("/public_key/user/id")
                        .asString())
                .isNotEqualTo(handle);
    }

    /** Registers a key with those bytes changed; the last bytes of its point where none are named. */
    private void invalid(String from, String to) {
        AuthClient client = signedIn(member());
        JsonNode asked = client.post("passkeys/options/").json();
        String credential = SoftwareAuthenticator.at(SignInHost.ORIGIN)
                .create(
                        "localhost",
                        asked.at("/public_key/challenge").asString(),
                        asked.at("/public_key/user/id").asString());
        String object = JsonMapper.shared()
                .readTree(credential)
                .at("/response/attestationObject")
                .asString();
        byte[] bytes = Base64.getUrlDecoder().decode(object);
        byte[] changed = from == null
                ? zeroEnd(bytes)
                : HexFormat.of().parseHex(HexFormat.of().formatHex(bytes).replace(from, to));
        assertThat(changed).isNotEqualTo(bytes);
        String sent = credential.replace(
                object, Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
        AuthReply made = client.post(
                "passkeys/",
                "ceremony_id",
                asked.path("ceremony_id").asString(),
                "credential",
                JsonMapper.shared().readTree(sent));
        refused(made, 400, "invalid_passkey");
    }

    private static byte[] zeroEnd(byte[] bytes) {
        byte[] changed = bytes.clone();
        Arrays.fill(changed, changed.length - 16, changed.length, (byte) 7);
        return changed;
    }

    private String proven(SignInPerson person, SignInTokens session) {
        AuthReply stepUp =
                person.post(session, "step-up/", person.shown(person.post(session, "step-up/passkey/", Map.of())));
        return SignInTokens.of(stepUp).access();
    }

    private AuthReply signIn(Map<String, Object> shown) {
        return host.client().send("POST", "login/passkey/", SignInTransport.BODY.said(shown));
    }

    private SignInPerson withPasskey() {
        SignInPerson person = member();
        person.addPasskey();
        return person;
    }
}
