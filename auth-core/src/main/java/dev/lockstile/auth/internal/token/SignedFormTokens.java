package dev.lockstile.auth.internal.token;

import dev.lockstile.auth.internal.crypto.ConstantTime;
import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.secret.Randomness;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.FormTokens;
import org.jspecify.annotations.Nullable;

/** A token is a digest, under a key for this use alone, of the browser's mark and the session. */
public final class SignedFormTokens implements FormTokens {

    private static final int MARK_BYTES = 18;

    private final Digests.Use digests;
    private final Randomness randomness;

    public SignedFormTokens(Digests digests, Randomness randomness) {
        this.digests = digests.use("forms");
        this.randomness = randomness;
    }

    @Override
    public String newMark() {
        return randomness.text(MARK_BYTES);
    }

    @Override
    public String token(String mark, @Nullable Caller caller) {
        return digests.of(mark, caller == null ? "" : caller.session().value());
    }

    @Override
    public boolean matches(String mark, @Nullable Caller caller, String shown) {
        return ConstantTime.equal(token(mark, caller), shown);
    }
}
