package dev.lockstile.auth.passkey.internal.ceremony;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.util.exception.WebAuthnException;
import java.util.List;
import java.util.Set;

/**
 * Verifies the answer to {@code navigator.credentials.create} (WebAuthn L3, 7.1). User presence and verification are
 * needed; an attestation is read and believed in nothing.
 */
public final class RegistrationVerifier {

    private static final int MAX_ID_BYTES = 1023;
    private static final Set<String> TRANSPORTS = Set.of("usb", "nfc", "ble", "smart-card", "hybrid", "internal");

    private final CeremonyPolicy policy;
    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager library = WebAuthnManager.createNonStrictWebAuthnManager(converter);

    public RegistrationVerifier(CeremonyPolicy policy) {
        this.policy = policy;
    }

    /**
     * @param challenge the one that was sent for this ceremony
     * @param credential the credential in its JSON form (WebAuthn L3, 5.1: {@code toJSON()})
     */
    public RegistrationOutcome verify(CredentialBytes challenge, String credential) {
        try {
            return new RegistrationOutcome.Accepted(verified(challenge, ShownCredential.read(credential)));
        } catch (CeremonyException e) {
            return new RegistrationOutcome.Refused(e.why());
        }
    }

    private RegisteredCredential verified(CredentialBytes challenge, ShownCredential shown) throws CeremonyException {
        ClientData.read(shown.clientData()).check("webauthn.create", challenge, policy);
        RegistrationData data = parse(shown);
        AuthenticatorData<?> authenticator = data.getAttestationObject().getAuthenticatorData();
        AttestedCredentialData attested = authenticator.getAttestedCredentialData();
        if (attested == null) {
            throw new CeremonyException(CeremonyRefusal.MALFORMED);
        }
        CredentialBytes id = CredentialBytes.of(attested.getCredentialId());
        if (id.length() == 0 || id.length() > MAX_ID_BYTES || !id.equals(shown.id())) {
            throw new CeremonyException(CeremonyRefusal.CREDENTIAL_ID);
        }
        PublicKeyChecks.check(attested.getCOSEKey(), policy);
        verify(data, challenge);
        return new RegisteredCredential(
                id,
                CredentialBytes.of(converter.getCborConverter().writeValueAsBytes(attested.getCOSEKey())),
                authenticator.getSignCount(),
                authenticator.isFlagBE(),
                authenticator.isFlagBS(),
                transports(shown),
                attested.getAaguid().toString());
    }

    /** What the library's parsers throw of bytes that a stranger sent is not limited to its own exceptions. */
    private RegistrationData parse(ShownCredential shown) throws CeremonyException {
        try {
            RegistrationData data = library.parse(new RegistrationRequest(
                    AttestationObjectCbor.withoutStatement(shown.response().bytes("attestationObject")),
                    shown.clientData().toArray()));
            if (data.getAttestationObject() == null) {
                throw new CeremonyException(CeremonyRefusal.MALFORMED);
            }
            return data;
        } catch (RuntimeException e) {
            throw new CeremonyException(CeremonyRefusal.MALFORMED, e);
        }
    }

    private void verify(RegistrationData data, CredentialBytes challenge) throws CeremonyException {
        List<PublicKeyCredentialParameters> allowed = policy.algorithms().stream()
                .map(COSEAlgorithmIdentifier::create)
                .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                .toList();
        try {
            library.verify(
                    data,
                    new RegistrationParameters(
                            Server.of(policy, challenge), allowed, policy.verifiedAtRegistration(), true));
        } catch (WebAuthnException e) {
            throw Refusals.of(e);
        }
    }

    private static List<String> transports(ShownCredential shown) {
        return shown.response().texts("transports").stream()
                .filter(TRANSPORTS::contains)
                .distinct()
                .sorted()
                .toList();
    }
}
