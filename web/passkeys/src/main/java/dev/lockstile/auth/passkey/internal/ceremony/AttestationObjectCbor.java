package dev.lockstile.auth.passkey.internal.ceremony;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.cbor.CBORFactory;
import tools.jackson.dataformat.cbor.CBORMapper;

/**
 * The attestation object without its statement. A statement is neither asked for nor believed, so its certificates and
 * its formats are not read at all: what cannot be read wrongly needs no trust (WebAuthn L3, 7.1, step "none").
 */
final class AttestationObjectCbor {

    private static final int MAX_LENGTH = 64 * 1024;
    private static final int MAX_DEPTH = 16;

    private static final CBORMapper MAPPER = CBORMapper.builder(CBORFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxDocumentLength(MAX_LENGTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private AttestationObjectCbor() {}

    static byte[] withoutStatement(CredentialBytes attestationObject) throws CeremonyException {
        try {
            if (MAPPER.readTree(attestationObject.toArray()) instanceof ObjectNode object
                    && object.path("fmt").isString()
                    && object.path("attStmt").isObject()
                    && object.path("authData").isBinary()) {
                ObjectNode bare = MAPPER.createObjectNode();
                bare.put("fmt", "none").putObject("attStmt");
                return MAPPER.writeValueAsBytes(bare.set("authData", object.get("authData")));
            }
        } catch (JacksonException e) {
            throw new CeremonyException(CeremonyRefusal.MALFORMED, e);
        }
        throw new CeremonyException(CeremonyRefusal.MALFORMED);
    }
}
