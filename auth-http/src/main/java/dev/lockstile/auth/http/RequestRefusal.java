package dev.lockstile.auth.http;

import dev.lockstile.auth.http.internal.web.ErrorCode;

/** Why a request to an endpoint of the host's own is not served; each is an error of the contract. */
public enum RequestRefusal {
    /** 401: it has no access token. */
    NOT_AUTHENTICATED(ErrorCode.NOT_AUTHENTICATED),
    /** 401: its access token is not valid now. */
    INVALID_TOKEN(ErrorCode.INVALID_TOKEN),
    /** 403: it came with a cookie and without the header that a script of this origin sends. */
    CSRF_FAILED(ErrorCode.CSRF_FAILED),
    /** 403: the caller may not do this. */
    FORBIDDEN(ErrorCode.FORBIDDEN),
    /** 403: the caller has to prove again who they are. */
    STEP_UP_REQUIRED(ErrorCode.STEP_UP_REQUIRED),
    /** 503: the database cannot be asked about the session. */
    UNAVAILABLE(ErrorCode.UNAVAILABLE);

    private final ErrorCode code;

    RequestRefusal(ErrorCode code) {
        this.code = code;
    }

    ErrorCode code() {
        return code;
    }

    static RequestRefusal of(ErrorCode code) {
        for (RequestRefusal refusal : values()) {
            if (refusal.code == code) {
                return refusal;
            }
        }
        return INVALID_TOKEN;
    }
}
