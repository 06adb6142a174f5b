package dev.lockstile.auth.internal.gate;

import dev.lockstile.auth.model.AuthContext;
import java.util.List;

/** What a sign-in began with. */
public enum FirstFactor {
    PASSWORD("pwd"),
    EMAIL_CODE("otp"),
    SMS_CODE("sms"),
    EMAIL_LINK("otp");

    private final String method;

    FirstFactor(String method) {
        this.method = method;
    }

    /** What it shows. */
    public AuthContext context() {
        return AuthContext.single(List.of(method));
    }
}
