package dev.lockstile.auth.passkey.internal.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Members of a credential that are there and have another form, in a registration that is right but for them. */
class CredentialFormTest {

    private static final String RP = "example.org";
    private static final CredentialBytes CHALLENGE = CredentialBytes.of(new byte[32]);
    private static final RegistrationOutcome MALFORMED = new RegistrationOutcome.Refused(CeremonyRefusal.MALFORMED);

    private final SoftKey key = SoftKey.es256();

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"crossOrigin\":\"true\"",
                ",\"crossOrigin\":null",
                ",\"topOrigin\":5",
                ",\"topOrigin\":[\"https://example.org\"]"
            })
    void client_data_of_another_form_is_malformed(String more) {
        assertThat(verify(right(more))).isEqualTo(MALFORMED);
    }

    @Test
    void a_member_that_is_null_is_missing() {
        assertThat(verify(right(",\"crossOrigin\":false,\"topOrigin\":null")))
                .isInstanceOf(RegistrationOutcome.Accepted.class);
    }

    @Test
    void a_credential_of_another_type_is_malformed() {
        assertThat(verify(right("").put("type", "password"))).isEqualTo(MALFORMED);
    }

    @Test
    void an_id_that_is_no_base64url_is_malformed() {
        assertThat(verify(right("").put("id", "a+b/").put("rawId", "a+b/"))).isEqualTo(MALFORMED);
        assertThat(verify(right("").put("rawId", key.id().text() + "="))).isEqualTo(MALFORMED);
    }

    @Test
    void transports_that_are_no_list_are_passed_over() {
        ObjectNode shown = right("");
        ((ObjectNode) shown.get("response")).put("transports", "usb");
        assertThat(verify(shown))
                .isInstanceOfSatisfying(
                        RegistrationOutcome.Accepted.class,
                        accepted ->
                                assertThat(accepted.credential().transports()).isEmpty());
    }

    @Test
    void transports_of_the_standard_are_kept_once_and_in_order() {
        ObjectNode shown = right("");
        ((ObjectNode) shown.get("response"))
                .putArray("transports")
                .add("usb")
                .add("internal")
                .add("usb")
                .add("carrier-pigeon")
                .add(5);
        assertThat(verify(shown))
                .isInstanceOfSatisfying(
                        RegistrationOutcome.Accepted.class,
                        accepted ->
                                assertThat(accepted.credential().transports()).containsExactly("internal", "usb"));
    }

    @Test
    void a_text_may_have_64_kibibytes_and_no_more() {
        String json = right("").toString();
        assertThat(verifier().verify(CHALLENGE, json + " ".repeat(64 * 1024 - json.length())))
                .isInstanceOf(RegistrationOutcome.Accepted.class);
        assertThat(verifier().verify(CHALLENGE, json + " ".repeat(64 * 1024 + 1 - json.length())))
                .isEqualTo(MALFORMED);
    }

    private ObjectNode right(String more) {
        String data = "{\"type\":\"webauthn.create\",\"challenge\":\"" + CHALLENGE.text()
                + "\",\"origin\":\"https://example.org\"" + more + "}";
        return key.registered(RP, data, 0x45).object();
    }

    private static RegistrationOutcome verify(ObjectNode shown) {
        return verifier().verify(CHALLENGE, shown.toString());
    }

    private static RegistrationVerifier verifier() {
        return new RegistrationVerifier(CeremonyPolicy.of(RP, Set.of("https://example.org")));
    }
}
