package dev.lockstile.auth.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.util.Arrays;

/** Verifies with Nimbus what other libraries' keys sign with and ours never do: PS256, ES384 and their larger kin. */
final class NimbusVerifier implements SignatureCheck {

    private final JWSVerifier verifier;
    private final JWSHeader header;

    NimbusVerifier(JWSVerifier verifier, JWSAlgorithm algorithm) {
        this.verifier = verifier;
        this.header = new JWSHeader(algorithm);
    }

    @Override
    public boolean holds(byte[] text, int signed, byte[] signature) throws JOSEException {
        return verifier.verify(header, Arrays.copyOf(text, signed), Base64URL.encode(signature));
    }
}
