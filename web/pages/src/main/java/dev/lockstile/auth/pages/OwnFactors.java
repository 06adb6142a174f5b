package dev.lockstile.auth.pages;

import dev.lockstile.auth.factor.SecondFactors;
import dev.lockstile.auth.model.RecoveryCodeSet;
import dev.lockstile.auth.model.TrustedBrowserState;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The own second factors besides passkeys, for the template of the account. What the host does not serve is absent. */
record OwnFactors(SecondFactors factors, SecondFactors.Served served) {

    private static final SecondFactors.View NONE = new SecondFactors.View(true, false, 0, 0, List.of(), 0);

    /** True where the account has no second factor, and the next one is its first. */
    boolean isWithout(Caller caller) {
        return factors.view(caller) instanceof Outcome.Done<SecondFactors.View> done
                && !done.value().totp()
                && done.value().passkeys() == 0;
    }

    Map<String, @Nullable Object> of(Caller caller) {
        SecondFactors.View view =
                factors.view(caller) instanceof Outcome.Done<SecondFactors.View> done ? done.value() : NONE;
        boolean hasSecondFactor = view.totp() || view.passkeys() > 0;
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("password", view.password());
        model.put("application", served.totp());
        model.put("applicationOn", view.totp());
        model.put("codes", served.recoveryCodes() && hasSecondFactor);
        model.put("codesLeft", view.recoveryCodesLeft());
        model.put("codesMade", view.recoveryCodesLeft() == 0 ? null : madeAt(caller));
        model.put("trust", served.trustedBrowsers());
        model.put("browsers", browsers(caller));
        return model;
    }

    private List<Map<String, @Nullable Object>> browsers(Caller caller) {
        return served.trustedBrowsers()
                        && factors.browsers(caller) instanceof Outcome.Done<List<TrustedBrowserState>> done
                ? done.value().stream().map(TemplateValues::browser).toList()
                : List.of();
    }

    private @Nullable Instant madeAt(Caller caller) {
        return factors.recoveryCodes(caller) instanceof Outcome.Done<RecoveryCodeSet> done
                ? done.value().madeAt()
                : null;
    }
}
