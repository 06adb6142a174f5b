package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.otp.PurposeCodes;
import dev.lockstile.auth.otp.PurposeSettings;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The codes of one purpose of the host's own: their issuer, what names them in the store, and what they are bound to.
 */
final class PurposeKind {

    private final PurposeSettings settings;
    private final CodePurpose purpose;
    private final CodeIssuer issuer;
    private final Digests.Use digests;

    PurposeKind(FlowContext context, PurposeSettings settings) {
        this.settings = settings;
        this.purpose = CodePurpose.ofHost(settings.name());
        this.digests = context.digests().use("purpose-code");
        this.issuer = new CodeIssuer(context, digests, settings.codes());
    }

    PurposeSettings settings() {
        return settings;
    }

    CodePurpose purpose() {
        return purpose;
    }

    CodeIssuer issuer() {
        return issuer;
    }

    /** Names purpose and recipient in a text of bounded length. */
    String liveKey(Identifier recipient) {
        return purpose + ":" + digests.of("live", recipient.key());
    }

    /** What the digest of a code covers beside challenge and digits: the purpose and the data, each whole. */
    String boundTo(String data) {
        return digests.of("bound", settings.name(), data);
    }

    boolean matches(StoredCode stored, Secret typed, String data) {
        return issuer.matches(stored, typed, boundTo(data));
    }

    boolean isMeant(StoredCode stored) {
        return stored.state().binding().purpose().equals(purpose);
    }

    /** Text within the bound; two ill-formed texts could have one encoding. */
    static boolean isData(String data) {
        return data.length() <= PurposeCodes.LONGEST_DATA && isWellFormed(data);
    }

    private static boolean isWellFormed(String text) {
        try {
            StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
