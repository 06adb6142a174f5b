package dev.lockstile.auth.passkey.internal.ceremony;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the browser says of the page that asked (WebAuthn L3, 5.8.1); the authenticator signed a digest of it. */
record ClientData(String type, String challenge, String origin, boolean crossOrigin, Optional<String> topOrigin) {

    static ClientData read(CredentialBytes bytes) throws CeremonyException {
        StrictJson json = StrictJson.read(utf8(bytes));
        return new ClientData(
                json.text("type"),
                json.text("challenge"),
                json.text("origin"),
                json.flag("crossOrigin"),
                json.optionalText("topOrigin"));
    }

    /** The steps of sections 7.1 and 7.2 that need no authenticator. */
    void check(String wantedType, CredentialBytes wantedChallenge, CeremonyPolicy policy) throws CeremonyException {
        require(type.equals(wantedType), CeremonyRefusal.WRONG_CEREMONY);
        require(challenge.equals(wantedChallenge.text()), CeremonyRefusal.WRONG_CHALLENGE);
        require(policy.origins().contains(origin), CeremonyRefusal.WRONG_ORIGIN);
        require(!crossOrigin || !policy.framedBy().isEmpty(), CeremonyRefusal.CROSS_ORIGIN);
        require(topOrigin.isEmpty() || policy.framedBy().contains(topOrigin.get()), CeremonyRefusal.CROSS_ORIGIN);
    }

    private static void require(boolean right, CeremonyRefusal otherwise) throws CeremonyException {
        if (!right) {
            throw new CeremonyException(otherwise);
        }
    }

    private static String utf8(CredentialBytes bytes) throws CeremonyException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new CeremonyException(CeremonyRefusal.MALFORMED, e);
        }
    }
}
