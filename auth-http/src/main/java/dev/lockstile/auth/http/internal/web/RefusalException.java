package dev.lockstile.auth.http.internal.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Ends a request with an error answer. It says what the client may know and nothing else. */
public final class RefusalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final @Nullable Instant retryAt;
    private final @Nullable String humanCheck;

    public RefusalException(ErrorCode code) {
        this(code, null);
    }

    /** @param retryAt when to try again, where that is known */
    public RefusalException(ErrorCode code, @Nullable Instant retryAt) {
        this(code, retryAt, null);
    }

    private RefusalException(ErrorCode code, @Nullable Instant retryAt, @Nullable String humanCheck) {
        super(code.text(), null, false, false);
        this.code = code;
        this.retryAt = retryAt;
        this.humanCheck = humanCheck;
    }

    /** The client has to show first what the challenge says. */
    public static RefusalException humanCheck(@Nullable String challenge) {
        return new RefusalException(ErrorCode.HUMAN_CHECK_REQUIRED, null, challenge == null ? "" : challenge);
    }

    public ErrorCode code() {
        return code;
    }

    /** When to try again; null when that is not known. */
    public @Nullable Instant retryAt() {
        return retryAt;
    }

    /** What the host's check for people wants; null where that is not the reason. */
    @Nullable
    String humanCheck() {
        return humanCheck;
    }
}
