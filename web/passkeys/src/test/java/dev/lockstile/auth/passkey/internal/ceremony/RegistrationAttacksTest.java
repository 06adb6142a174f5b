package dev.lockstile.auth.passkey.internal.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What a registration refuses of an answer that is right but for one thing. */
class RegistrationAttacksTest {

    private static final String RP = "example.org";
    private static final String ORIGIN = "https://example.org";
    private static final CredentialBytes CHALLENGE = CredentialBytes.of(new byte[32]);

    private final RegistrationVerifier verifier = new RegistrationVerifier(CeremonyPolicy.of(RP, Set.of(ORIGIN)));
    private final SoftKey key = SoftKey.es256();

    @Test
    void a_right_answer_is_taken() {
        RegistrationOutcome outcome = verify(key.registered(RP, clientData("webauthn.create", ORIGIN), 0x45));
        assertThat(outcome).isInstanceOfSatisfying(RegistrationOutcome.Accepted.class, accepted -> {
            assertThat(accepted.credential().id()).isEqualTo(key.id());
            assertThat(accepted.credential().backupEligible()).isFalse();
            assertThat(accepted.credential().publicKey().length()).isBetween(70, 100);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "webauthn.get, https://example.org, WRONG_CEREMONY",
        "webauthn.create , https://example.org., WRONG_ORIGIN",
        "webauthn.create, https://example.org:444, WRONG_ORIGIN",
        "webauthn.create, https://example.org:443, WRONG_ORIGIN",
        "webauthn.create, http://example.org, WRONG_ORIGIN",
        "webauthn.create, https://EXAMPLE.org, WRONG_ORIGIN",
        "webauthn.create, https://example.org/, WRONG_ORIGIN",
        "webauthn.create, https://evil.example.org, WRONG_ORIGIN",
        "webauthn.create, https://example.org.evil.example, WRONG_ORIGIN",
        "webauthn.create, null, WRONG_ORIGIN",
    })
    void type_and_origin_are_compared_exactly(String type, String origin, CeremonyRefusal why) {
        assertThat(why(key.registered(RP, clientData(type, origin), 0x45))).isEqualTo(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {",\"crossOrigin\":true", ",\"topOrigin\":\"https://example.org\""})
    void a_page_in_a_frame_is_refused(String more) {
        String framed = clientData("webauthn.create", ORIGIN).replace("}", more + "}");
        assertThat(why(key.registered(RP, framed, 0x45))).isEqualTo(CeremonyRefusal.CROSS_ORIGIN);
    }

    @Test
    void another_challenge_is_refused() {
        String other = clientData("webauthn.create", ORIGIN).replace("\"AAAA", "\"AAAB");
        assertThat(why(key.registered(RP, other, 0x45))).isEqualTo(CeremonyRefusal.WRONG_CHALLENGE);
    }

    @Test
    void another_relying_party_is_refused() {
        assertThat(why(key.registered("example.com", clientData("webauthn.create", ORIGIN), 0x45)))
                .isEqualTo(CeremonyRefusal.WRONG_RELYING_PARTY);
    }

    @ParameterizedTest
    @CsvSource({"0x44, USER_NOT_PRESENT", "0x41, USER_NOT_VERIFIED", "0x55, BACKUP_FLAGS", "0x05, MALFORMED"})
    void flags_that_are_missing_or_contradict_each_other_are_refused(String flags, CeremonyRefusal why) {
        assertThat(why(key.registered(RP, clientData("webauthn.create", ORIGIN), Integer.decode(flags))))
                .isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({
        "RS1, ALGORITHM",
        "RSA_AS_ES256, ALGORITHM",
        "P384_AS_ES256, ALGORITHM",
        "OFF_CURVE, KEY",
        "RSA_1024, KEY",
        "RSA_EXPONENT_1, KEY",
        "ED25519_OFF_CURVE, KEY",
    })
    void a_key_that_is_none_or_does_not_fit_its_algorithm_is_refused(BadKey bad, CeremonyRefusal why) {
        assertThat(why(bad.key().registered(RP, clientData("webauthn.create", ORIGIN), 0x45)))
                .isEqualTo(why);
    }

    @Test
    void an_outer_id_that_is_not_the_credentials_is_refused() {
        ObjectNode shown =
                key.registered(RP, clientData("webauthn.create", ORIGIN), 0x45).object();
        String other = CredentialBytes.of(new byte[16]).text();
        assertThat(why(shown.deepCopy().put("id", other).toString())).isEqualTo(CeremonyRefusal.CREDENTIAL_ID);
        assertThat(why(shown.deepCopy().put("rawId", other).toString())).isEqualTo(CeremonyRefusal.CREDENTIAL_ID);
        assertThat(why(shown.deepCopy().put("id", other).put("rawId", other).toString()))
                .isEqualTo(CeremonyRefusal.CREDENTIAL_ID);
    }

    @Test
    void an_id_has_at_most_1023_bytes() {
        String data = clientData("webauthn.create", ORIGIN);
        assertThat(verify(key.withId(1023).registered(RP, data, 0x45)))
                .isInstanceOf(RegistrationOutcome.Accepted.class);
        assertThat(why(key.withId(1024).registered(RP, data, 0x45))).isEqualTo(CeremonyRefusal.CREDENTIAL_ID);
        assertThat(why(key.withId(0).registered(RP, data, 0x45))).isEqualTo(CeremonyRefusal.CREDENTIAL_ID);
    }

    @Test
    void a_member_that_stands_twice_is_refused() {
        Shown shown = key.registered(RP, clientData("webauthn.create", ORIGIN), 0x45);
        String twice = shown.json().replaceFirst("\\{", "{\"type\":\"public-key\",");
        assertThat(why(twice)).isEqualTo(CeremonyRefusal.MALFORMED);
        String data = clientData("webauthn.create", ORIGIN);
        String origins = data.replace("}", ",\"origin\":\"https://evil.example\"}");
        assertThat(why(key.registered(RP, origins, 0x45))).isEqualTo(CeremonyRefusal.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"type\":\"public-key\"}", "{\"a\":", "\"x\"", "{} {}"})
    void what_is_no_credential_is_refused(String text) {
        assertThat(why(text)).isEqualTo(CeremonyRefusal.MALFORMED);
    }

    @Test
    void deep_and_long_texts_are_refused() {
        assertThat(why("{\"a\":".repeat(5000))).isEqualTo(CeremonyRefusal.MALFORMED);
        assertThat(why("{\"a\":\"" + "x".repeat(70_000) + "\"}")).isEqualTo(CeremonyRefusal.MALFORMED);
    }

    @Test
    void bytes_changed_at_random_end_in_a_refusal_and_in_no_exception() {
        Random random = new Random(20260101);
        String data = clientData("webauthn.create", ORIGIN);
        for (int round = 0; round < 3000; round++) {
            Shown shown = key.registered(RP, data, 0x45);
            int length = shown.bytes("attestationObject").length;
            for (int change = 0; change <= random.nextInt(3); change++) {
                shown.flip("attestationObject", random.nextInt(length), 1 + random.nextInt(255));
            }
            assertThat(verifier.verify(CHALLENGE, shown.json())).isNotNull();
        }
    }

    private static String clientData(String type, String origin) {
        return "{\"type\":\"" + type + "\",\"challenge\":\"" + CHALLENGE.text() + "\",\"origin\":\"" + origin + "\"}";
    }

    private RegistrationOutcome verify(Shown shown) {
        return verifier.verify(CHALLENGE, shown.json());
    }

    private CeremonyRefusal why(Shown shown) {
        return why(shown.json());
    }

    private CeremonyRefusal why(String json) {
        RegistrationOutcome outcome = verifier.verify(CHALLENGE, json);
        assertThat(outcome).isInstanceOf(RegistrationOutcome.Refused.class);
        return ((RegistrationOutcome.Refused) outcome).why();
    }
}
