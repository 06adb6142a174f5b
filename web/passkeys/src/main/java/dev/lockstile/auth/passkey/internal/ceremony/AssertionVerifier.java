package dev.lockstile.auth.passkey.internal.ceremony;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.util.exception.WebAuthnException;
import java.util.Optional;

/**
 * Verifies the answer to {@code navigator.credentials.get} (WebAuthn L3, 7.2) against the passkey it names. The library
 * webauthn4j compares the signature counter with the stored one; {@link Refusals} names what it refuses.
 */
public final class AssertionVerifier {

    private final CeremonyPolicy policy;
    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager library = WebAuthnManager.createNonStrictWebAuthnManager(converter);

    public AssertionVerifier(CeremonyPolicy policy) {
        this.policy = policy;
    }

    /** The id of the passkey that a credential in JSON names; empty when it is no credential. */
    public Optional<CredentialBytes> idOf(String credential) {
        try {
            return Optional.of(ShownCredential.read(credential).id());
        } catch (CeremonyException e) {
            return Optional.empty();
        }
    }

    /**
     * @param challenge the one that was sent for this ceremony
     * @param credential the credential in its JSON form (WebAuthn L3, 5.1: {@code toJSON()})
     * @param needs what this ceremony asks for beyond a signature
     */
    public AssertionOutcome verify(
            CredentialBytes challenge, String credential, StoredCredential stored, AssertionNeeds needs) {
        try {
            return verified(challenge, ShownCredential.read(credential), stored, needs);
        } catch (CeremonyException e) {
            return new AssertionOutcome.Refused(e.why());
        }
    }

    private AssertionOutcome verified(
            CredentialBytes challenge, ShownCredential shown, StoredCredential stored, AssertionNeeds needs)
            throws CeremonyException {
        ClientData.read(shown.clientData()).check("webauthn.get", challenge, policy);
        if (!shown.id().equals(stored.id())) {
            throw new CeremonyException(CeremonyRefusal.CREDENTIAL_ID);
        }
        checkHandle(shown.response().optionalBytes("userHandle"), stored, needs);
        CredentialRecord record = record(stored);
        AuthenticationData data = parse(shown);
        try {
            library.verify(
                    data,
                    new AuthenticationParameters(
                            Server.of(policy, challenge), record, null, needs.userVerification(), true));
        } catch (WebAuthnException e) {
            throw Refusals.of(e);
        }
        AuthenticatorData<?> authenticator = data.getAuthenticatorData();
        if (stored.isRegisteredHere() && authenticator.isFlagBE() != stored.backupEligible()) {
            throw new CeremonyException(CeremonyRefusal.BACKUP_FLAGS);
        }
        return new AssertionOutcome.Accepted(
                authenticator.getSignCount(), authenticator.isFlagBS(), authenticator.isFlagUV());
    }

    private static void checkHandle(Optional<CredentialBytes> shown, StoredCredential stored, AssertionNeeds needs)
            throws CeremonyException {
        boolean right = shown.map(handle ->
                        !stored.isRegisteredHere() || stored.userHandle().equals(handle))
                .orElse(!needs.userHandle());
        if (!right) {
            throw new CeremonyException(CeremonyRefusal.USER_HANDLE);
        }
    }

    private CredentialRecord record(StoredCredential stored) throws CeremonyException {
        COSEKey key = key(stored);
        PublicKeyChecks.check(key, policy);
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                stored.isRegisteredHere() ? stored.backupEligible() : null,
                false,
                stored.signCount(),
                new AttestedCredentialData(AAGUID.ZERO, stored.id().toArray(), key),
                null,
                null,
                null,
                null);
    }

    /** A stored key need not be one that was made here. */
    private COSEKey key(StoredCredential stored) throws CeremonyException {
        try {
            COSEKey key =
                    converter.getCborConverter().readValue(stored.publicKey().toArray(), COSEKey.class);
            if (key == null) {
                throw new CeremonyException(CeremonyRefusal.KEY);
            }
            return key;
        } catch (RuntimeException e) {
            throw new CeremonyException(CeremonyRefusal.KEY, e);
        }
    }

    /** What the library's parsers throw of bytes that a stranger sent is not limited to its own exceptions. */
    private AuthenticationData parse(ShownCredential shown) throws CeremonyException {
        StrictJson response = shown.response();
        try {
            AuthenticationData data = library.parse(new AuthenticationRequest(
                    shown.id().toArray(),
                    response.bytes("authenticatorData").toArray(),
                    shown.clientData().toArray(),
                    response.bytes("signature").toArray()));
            if (data.getAuthenticatorData() == null) {
                throw new CeremonyException(CeremonyRefusal.MALFORMED);
            }
            return data;
        } catch (RuntimeException e) {
            throw new CeremonyException(CeremonyRefusal.MALFORMED, e);
        }
    }
}
