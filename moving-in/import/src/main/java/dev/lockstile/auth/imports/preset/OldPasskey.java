package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.cose.CoseKeys;
import dev.lockstile.auth.imports.internal.draft.ImportedFactor;
import dev.lockstile.auth.model.PasskeyState;
import java.util.Base64;
import java.util.List;

/**
 * A passkey of an old system with the same relying party id as the host's, since browsers use a passkey only for its
 * own relying party. Passkeys that sign-in cannot use are refused: {@code passkey_unreadable}, {@code passkey_key} (not
 * ES256, EdDSA or RS256) and {@code passkey_handle} (none, or more than 32 bytes).
 *
 * @param credentialId base64url
 * @param userHandle base64url of the old system's user handle ({@code user.id}), which the authenticator returns at
 *     sign-in
 * @param publicKey base64url of a COSE key
 * @param signCount the signature counter; 0 where the authenticator has none or the old system did not store it
 * @param backupEligible the authenticator's flag at the registration, which never changes
 * @param backedUp the authenticator's latest flag
 * @param name the owner's name for it
 */
public record OldPasskey(
        String credentialId,
        String userHandle,
        String publicKey,
        long signCount,
        boolean backupEligible,
        boolean backedUp,
        String name) {

    /** The model of an authenticator that does not say it. */
    static final String NO_MODEL = "00000000-0000-0000-0000-000000000000";

    static final int LONGEST_ID = 1023;
    private static final int LONGEST_HANDLE = 32;
    private static final int LONGEST_NAME = 64;

    /** The factor, or {@link ImportedFactor.Unusable} with the reason. */
    ImportedFactor factor() {
        byte[] id = decoded(credentialId);
        byte[] handle = decoded(userHandle);
        byte[] key = decoded(publicKey);
        if (id.length == 0 || id.length > LONGEST_ID || signCount < 0) {
            return new ImportedFactor.Unusable("passkey_unreadable");
        }
        if (!CoseKeys.isUsable(key)) {
            return new ImportedFactor.Unusable("passkey_key");
        }
        if (handle.length == 0 || handle.length > LONGEST_HANDLE) {
            return new ImportedFactor.Unusable("passkey_handle");
        }
        PasskeyState.Key made =
                new PasskeyState.Key(encoded(id), encoded(handle), encoded(key), backupEligible, List.of(), NO_MODEL);
        return new ImportedFactor.Passkey(made, signCount, backedUp, called(name), true);
    }

    /** The name of a passkey, cut to what is kept. */
    static String called(String name) {
        String called = name.isBlank() ? "passkey" : name.strip();
        return called.substring(0, Math.min(called.length(), LONGEST_NAME));
    }

    /** Nothing for what is no base64url. */
    static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder()
                    .decode(text.replaceAll("=+$", "").replace('+', '-').replace('/', '_'));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
