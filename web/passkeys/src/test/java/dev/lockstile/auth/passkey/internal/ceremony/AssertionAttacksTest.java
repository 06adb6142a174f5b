package dev.lockstile.auth.passkey.internal.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** What a proof of a passkey refuses of an answer that is right but for one thing. */
class AssertionAttacksTest {

    private static final String RP = "example.org";
    private static final String ORIGIN = "https://example.org";
    private static final CredentialBytes CHALLENGE = CredentialBytes.of(new byte[32]);
    private static final CredentialBytes HANDLE = CredentialBytes.of(new byte[] {1, 2, 3});
    private static final CeremonyPolicy POLICY = CeremonyPolicy.of(RP, Set.of(ORIGIN));

    private final AssertionVerifier verifier = new AssertionVerifier(POLICY);
    private final SoftKey key = SoftKey.es256();
    private final StoredCredential stored = stored(key, 5, false);

    @Test
    void a_right_answer_is_taken_and_tells_the_new_counter() {
        assertThat(verify(right(0x05, 6).json(), stored)).isEqualTo(new AssertionOutcome.Accepted(6, false, true));
    }

    @Test
    void an_authenticator_that_never_counts_is_taken() {
        assertThat(verify(right(0x05, 0).json(), stored(key, 0, false)))
                .isEqualTo(new AssertionOutcome.Accepted(0, false, true));
    }

    @ParameterizedTest
    @CsvSource({"0", "4", "5"})
    void a_counter_that_does_not_rise_is_refused(int count) {
        assertThat(why(right(0x05, count))).isEqualTo(CeremonyRefusal.COUNTER);
    }

    @ParameterizedTest
    @CsvSource({"0x04, USER_NOT_PRESENT", "0x01, USER_NOT_VERIFIED", "0x15, BACKUP_FLAGS", "0x0D, BACKUP_FLAGS"})
    void flags_that_are_missing_or_have_changed_are_refused(String flags, CeremonyRefusal why) {
        assertThat(why(right(Integer.decode(flags), 6))).isEqualTo(why);
    }

    @Test
    void an_eligibility_for_backup_that_was_lost_is_refused() {
        assertThat(verify(right(0x05, 6).json(), stored(key, 5, true)))
                .isEqualTo(new AssertionOutcome.Refused(CeremonyRefusal.BACKUP_FLAGS));
    }

    @Test
    void a_passkey_of_another_system_may_have_a_handle_and_a_backup_that_were_not_noted() {
        StoredCredential imported =
                new StoredCredential(stored.id(), stored.publicKey(), CredentialBytes.of(new byte[0]), 5, false);
        Shown shown = right(0x0D, 6).with("userHandle", CredentialBytes.of(new byte[] {9}));
        assertThat(verify(shown.json(), imported)).isEqualTo(new AssertionOutcome.Accepted(6, false, true));
    }

    @Test
    void a_second_factor_needs_no_verification_and_no_handle_but_a_right_one() {
        Shown shown = right(0x01, 6).without("userHandle");
        assertThat(verifier.verify(CHALLENGE, shown.json(), stored, AssertionNeeds.SECOND_FACTOR))
                .isEqualTo(new AssertionOutcome.Accepted(6, false, false));
        Shown others = right(0x01, 6).with("userHandle", CredentialBytes.of(new byte[] {9}));
        assertThat(verifier.verify(CHALLENGE, others.json(), stored, AssertionNeeds.SECOND_FACTOR))
                .isEqualTo(new AssertionOutcome.Refused(CeremonyRefusal.USER_HANDLE));
    }

    @Test
    void a_handle_that_is_no_base64url_is_malformed_also_where_none_is_needed() {
        ObjectNode shown = right(0x01, 6).object();
        ((ObjectNode) shown.get("response")).put("userHandle", "a+b/");
        assertThat(verifier.verify(CHALLENGE, shown.toString(), stored, AssertionNeeds.SECOND_FACTOR))
                .isEqualTo(new AssertionOutcome.Refused(CeremonyRefusal.MALFORMED));
    }

    @Test
    void without_a_handle_or_with_anothers_nobody_signs_in() {
        assertThat(why(right(0x05, 6).without("userHandle"))).isEqualTo(CeremonyRefusal.USER_HANDLE);
        assertThat(why(right(0x05, 6).with("userHandle", CredentialBytes.of(new byte[] {1, 2, 4}))))
                .isEqualTo(CeremonyRefusal.USER_HANDLE);
    }

    @ParameterizedTest
    @CsvSource({
        "webauthn.create, https://example.org, example.org, WRONG_CEREMONY",
        "webauthn.get, https://example.org:444, example.org, WRONG_ORIGIN",
        "webauthn.get, https://a.example.org, example.org, WRONG_ORIGIN",
        "webauthn.get, https://example.org, example.com, WRONG_RELYING_PARTY",
    })
    void type_origin_and_relying_party_are_compared_exactly(
            String type, String origin, String rp, CeremonyRefusal why) {
        Shown shown = key.asserted(rp, clientData(type, origin), 0x05, 6).with("userHandle", HANDLE);
        assertThat(why(shown)).isEqualTo(why);
    }

    @Test
    void a_page_in_a_frame_and_another_challenge_are_refused() {
        String data = clientData("webauthn.get", ORIGIN);
        String framed = data.replace("}", ",\"crossOrigin\":true}");
        assertThat(why(key.asserted(RP, framed, 0x05, 6))).isEqualTo(CeremonyRefusal.CROSS_ORIGIN);
        String topped = data.replace("}", ",\"topOrigin\":\"https://example.org\"}");
        assertThat(why(key.asserted(RP, topped, 0x05, 6))).isEqualTo(CeremonyRefusal.CROSS_ORIGIN);
        String other = data.replace("\"AAAA", "\"AAAB");
        assertThat(why(key.asserted(RP, other, 0x05, 6))).isEqualTo(CeremonyRefusal.WRONG_CHALLENGE);
    }

    @Test
    void another_key_and_anything_changed_after_signing_are_refused() {
        assertThat(verify(right(0x05, 6).json(), stored(SoftKey.es256(), 5, false)))
                .isEqualTo(new AssertionOutcome.Refused(CeremonyRefusal.SIGNATURE));
        assertThat(why(right(0x05, 6).flip("signature", -1, 1))).isEqualTo(CeremonyRefusal.SIGNATURE);
        assertThat(why(right(0x05, 6).flip("authenticatorData", 36, 1))).isEqualTo(CeremonyRefusal.SIGNATURE);
        String spaced = clientData("webauthn.get", ORIGIN).replace("}", " }");
        assertThat(why(right(0x05, 6).clientData(spaced)))
                .as("the signature is over the bytes, not over what they mean")
                .isEqualTo(CeremonyRefusal.SIGNATURE);
    }

    @Test
    void another_credentials_id_is_refused() {
        StoredCredential other =
                new StoredCredential(CredentialBytes.of(new byte[32]), stored.publicKey(), HANDLE, 5, false);
        assertThat(verify(right(0x05, 6).json(), other))
                .isEqualTo(new AssertionOutcome.Refused(CeremonyRefusal.CREDENTIAL_ID));
        assertThat(verifier.idOf(right(0x05, 6).json())).contains(key.id());
        assertThat(verifier.idOf("{}")).isEmpty();
    }

    @Test
    void a_key_of_an_algorithm_that_is_no_longer_allowed_is_refused() {
        CeremonyPolicy rsaOnly = new CeremonyPolicy(RP, Set.of(ORIGIN), Set.of(-257L), Set.of(), true);
        assertThat(new AssertionVerifier(rsaOnly)
                        .verify(CHALLENGE, right(0x05, 6).json(), stored, AssertionNeeds.SIGN_IN))
                .isEqualTo(new AssertionOutcome.Refused(CeremonyRefusal.ALGORITHM));
    }

    @Test
    void bytes_changed_at_random_end_in_a_refusal_and_in_no_exception() {
        Random random = new Random(20260102);
        for (int round = 0; round < 2000; round++) {
            Shown shown = right(0x05, 6);
            String name = random.nextBoolean() ? "authenticatorData" : "signature";
            shown.flip(name, random.nextInt(shown.bytes(name).length), 1 + random.nextInt(255));
            assertThat(verify(shown.json(), stored)).isInstanceOf(AssertionOutcome.Refused.class);
        }
    }

    private Shown right(int flags, int count) {
        return key.asserted(RP, clientData("webauthn.get", ORIGIN), flags, count)
                .with("userHandle", HANDLE);
    }

    @ParameterizedTest
    @CsvSource({"''", "00", "a0", "a10102", "ff", "f6", "a5010203"})
    void a_stored_key_that_cannot_be_read_is_refused_and_no_error(String hex) {
        CredentialBytes bytes = CredentialBytes.of(HexFormat.of().parseHex(hex));
        StoredCredential broken = new StoredCredential(stored.id(), bytes, HANDLE, 5, false);
        assertThat(verify(right(0x05, 6).json(), broken))
                .isInstanceOfSatisfying(
                        AssertionOutcome.Refused.class,
                        refused -> assertThat(refused.why()).isIn(CeremonyRefusal.KEY, CeremonyRefusal.ALGORITHM));
    }

    private static StoredCredential stored(SoftKey key, long count, boolean backupEligible) {
        String data = clientData("webauthn.create", ORIGIN);
        RegistrationOutcome outcome = new RegistrationVerifier(POLICY)
                .verify(CHALLENGE, key.registered(RP, data, 0x45).json());
        assertThat(outcome).isInstanceOf(RegistrationOutcome.Accepted.class);
        RegisteredCredential made = ((RegistrationOutcome.Accepted) outcome).credential();
        return new StoredCredential(made.id(), made.publicKey(), HANDLE, count, backupEligible);
    }

    private static String clientData(String type, String origin) {
        return "{\"type\":\"" + type + "\",\"challenge\":\"" + CHALLENGE.text() + "\",\"origin\":\"" + origin + "\"}";
    }

    private AssertionOutcome verify(String json, StoredCredential credential) {
        return verifier.verify(CHALLENGE, json, credential, AssertionNeeds.SIGN_IN);
    }

    private CeremonyRefusal why(Shown shown) {
        AssertionOutcome outcome = verify(shown.json(), stored);
        assertThat(outcome).isInstanceOf(AssertionOutcome.Refused.class);
        return ((AssertionOutcome.Refused) outcome).why();
    }
}
