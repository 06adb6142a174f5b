package dev.lockstile.auth.http.internal.web;

import dev.lockstile.auth.http.internal.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Ends a request with an error answer. It says what the client may know and nothing else. */
public final class RefusalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final @Nullable Instant retryAt;
    private final transient JsonObject more;
    private final boolean clearsCookies;

    public RefusalException(ErrorCode code) {
        this(code, null);
    }

    /** @param retryAt when to try again, where that is known */
    public RefusalException(ErrorCode code, @Nullable Instant retryAt) {
        this(code, retryAt, new JsonObject(), false);
    }

    private RefusalException(ErrorCode code, @Nullable Instant retryAt, JsonObject more, boolean clearsCookies) {
        super(code.text(), null, false, false);
        this.code = code;
        this.retryAt = retryAt;
        this.more = more;
        this.clearsCookies = clearsCookies;
    }

    /** The client has to show first what the challenge says. */
    public static RefusalException humanCheck(@Nullable String challenge) {
        return with(
                ErrorCode.HUMAN_CHECK_REQUIRED,
                new JsonObject().with("human_check", challenge == null ? "" : challenge));
    }

    /** With these members beside code and detail. */
    public static RefusalException with(ErrorCode code, JsonObject more) {
        return new RefusalException(code, null, more, false);
    }

    /** The same, and the cookies of the session go with it. */
    public RefusalException clearingCookies() {
        return new RefusalException(code, retryAt, more, true);
    }

    boolean clearsCookies() {
        return clearsCookies;
    }

    public ErrorCode code() {
        return code;
    }

    /** When to try again; null when that is not known. */
    public @Nullable Instant retryAt() {
        return retryAt;
    }

    /** What the answer says beside code and detail. */
    JsonObject more() {
        return more;
    }
}
