package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.internal.crypto.ConstantTime;
import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.model.CodeState;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import java.util.List;

/**
 * Makes the keyed digests that codes are stored as, and compares a typed code with a stored one in constant time. A
 * digest covers the code or token with what it is bound to; the digits beside a link have their own.
 */
final class CodeDigests {

    private static final char PARTS = '.';
    private static final String DIGITS_PART = "digits";

    private final Digests.Use digests;

    CodeDigests(Digests.Use digests) {
        this.digests = digests;
    }

    String of(String challenge, List<String> boundTo, String text) {
        String[] parts = new String[boundTo.size() + 2];
        parts[0] = challenge;
        for (int i = 0; i < boundTo.size(); i++) {
            parts[i + 1] = boundTo.get(i);
        }
        parts[parts.length - 1] = text;
        return digests.of(parts);
    }

    /** The digest of a token, and of the digits that do the same. */
    String withDigits(String main, String challenge, String digits) {
        return main + PARTS + ofDigits(challenge, digits);
    }

    /** Whether the typed code is the stored one. Compares in constant time. */
    boolean matches(StoredCode stored, Secret shown, List<String> boundTo) {
        CodeState state = stored.state();
        String digest = state.digest();
        int end = digest.indexOf(PARTS);
        String main = end < 0 ? digest : digest.substring(0, end);
        return ConstantTime.equal(main, of(state.binding().challengeId(), boundTo, shown.reveal()));
    }

    /** The same for the digits beside a link; false for what was issued without them. */
    boolean matchesDigits(StoredCode stored, Secret shown) {
        CodeState state = stored.state();
        int end = state.digest().indexOf(PARTS);
        return end >= 0
                && ConstantTime.equal(
                        state.digest().substring(end + 1),
                        ofDigits(state.binding().challengeId(), shown.reveal()));
    }

    private String ofDigits(String challenge, String digits) {
        return of(challenge, List.of(DIGITS_PART), digits);
    }
}
