package dev.lockstile.auth.passkey.internal.ceremony;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The examples of WebAuthn Level 3, section "Test Vectors". */
final class L3Vectors {

    static final Set<Long> ALGORITHMS = Set.of(-7L, -8L, -35L, -36L, -53L, -257L);

    private L3Vectors() {}

    static List<Pair> all() {
        JsonNode file = file();
        return file.get("vectors")
                .valueStream()
                .map(vector -> new Pair(
                        vector.get("name").stringValue(), vector.get("registration"), vector.get("authentication")))
                .toList();
    }

    static Pair named(String name) {
        return all().stream()
                .filter(pair -> pair.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Everything that one of the examples uses. */
    static CeremonyPolicy everything() {
        return new CeremonyPolicy(text("rp_id"), Set.of(text("origin")), ALGORITHMS, Set.of(text("top_origin")), false);
    }

    /** What a host has. */
    static CeremonyPolicy ours() {
        return CeremonyPolicy.of(text("rp_id"), Set.of(text("origin")));
    }

    private static String text(String name) {
        return file().get(name).stringValue();
    }

    private static JsonNode file() {
        try (InputStream in = L3Vectors.class.getResourceAsStream("/dev/lockstile/auth/passkey/webauthn_l3.json")) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    record Pair(String name, JsonNode registration, JsonNode authentication) {

        private static final CredentialBytes HANDLE = CredentialBytes.of(new byte[32]);

        CredentialBytes registrationChallenge() {
            return bytes(registration, "challenge");
        }

        CredentialBytes authenticationChallenge() {
            return bytes(authentication, "challenge");
        }

        Shown registered() {
            return new Shown(bytes(registration, "credential_id"))
                    .with("clientDataJSON", bytes(registration, "clientDataJSON"))
                    .with("attestationObject", bytes(registration, "attestationObject"));
        }

        Shown asserted() {
            return new Shown(bytes(registration, "credential_id"))
                    .with("clientDataJSON", bytes(authentication, "clientDataJSON"))
                    .with("authenticatorData", bytes(authentication, "authenticatorData"))
                    .with("signature", bytes(authentication, "signature"))
                    .with("userHandle", HANDLE);
        }

        /** What is stored after the registration of this example. */
        StoredCredential stored() {
            RegistrationOutcome outcome = new RegistrationVerifier(everything())
                    .verify(registrationChallenge(), registered().json());
            if (outcome instanceof RegistrationOutcome.Accepted accepted) {
                RegisteredCredential made = accepted.credential();
                return new StoredCredential(
                        made.id(), made.publicKey(), HANDLE, made.signCount(), made.backupEligible());
            }
            throw new AssertionError(name + ": " + outcome);
        }

        static CredentialBytes bytes(JsonNode object, String name) {
            return CredentialBytes.of(HexFormat.of().parseHex(object.get(name).stringValue()));
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
