package dev.lockstile.auth.cutover.ways;

import dev.lockstile.auth.testkit.SoftwareAuthenticator;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.databind.json.JsonMapper;

/** A passkey that an old system registered, in the parts that such systems store. */
final class OldPasskey {

    static final String RELYING_PARTY = "acme.example";

    /** Verified, eligible for a backup and backed up, as passkeys of telephones are. */
    private static final int SYNCED = 0x1d;

    /** Key type, algorithm ES256, curve P-256 and the head of x: how the COSE key in the authenticator data begins. */
    private static final byte[] COSE = HexFormat.of().parseHex("a501020326200121");

    private final SoftwareAuthenticator authenticator =
            SoftwareAuthenticator.at("https://" + RELYING_PARTY).withFlags(SYNCED);

    SoftwareAuthenticator authenticator() {
        return authenticator;
    }

    String part(String name) {
        byte[] id = Base64.getUrlDecoder().decode(authenticator.credentialId());
        return switch (name) {
            case "id" -> authenticator.credentialId();
            case "id64" -> Base64.getEncoder().encodeToString(id);
            case "hex" -> HexFormat.of().formatHex(id);
            case "attestation64" -> Base64.getEncoder().encodeToString(attestation());
            case "cose64" -> Base64.getEncoder().encodeToString(cose());
            case "cose" -> Base64.getUrlEncoder().withoutPadding().encodeToString(cose());
            default -> throw new IllegalArgumentException(name);
        };
    }

    private byte[] attestation() {
        String made = authenticator.create(RELYING_PARTY, "AAAA", "MQ");
        return Base64.getUrlDecoder()
                .decode(JsonMapper.shared()
                        .readTree(made)
                        .path("response")
                        .path("attestationObject")
                        .stringValue());
    }

    private byte[] cose() {
        byte[] attestation = attestation();
        for (int from = 0; from + COSE.length <= attestation.length; from++) {
            if (Arrays.equals(Arrays.copyOfRange(attestation, from, from + COSE.length), COSE)) {
                return Arrays.copyOfRange(attestation, from, from + 77);
            }
        }
        throw new AssertionError("no key in the attestation");
    }
}
