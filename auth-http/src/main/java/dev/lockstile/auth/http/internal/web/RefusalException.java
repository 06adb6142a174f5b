package dev.lockstile.auth.http.internal.web;

import dev.lockstile.auth.http.ErrorCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Ends a request with an error answer. It says what the client may know and nothing else. */
public final class RefusalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final @Nullable Instant retryAt;

    public RefusalException(ErrorCode code) {
        this(code, null);
    }

    /** @param retryAt when to try again, where that is known */
    public RefusalException(ErrorCode code, @Nullable Instant retryAt) {
        super(code.text(), null, false, false);
        this.code = code;
        this.retryAt = retryAt;
    }

    public ErrorCode code() {
        return code;
    }

    /** When to try again; null when that is not known. */
    public @Nullable Instant retryAt() {
        return retryAt;
    }
}
