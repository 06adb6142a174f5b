package dev.lockstile.auth.pages;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.SecondFactorAttempt;
import dev.lockstile.auth.factor.SecondFactorChallenge;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.factor.SecondFactorResult;
import dev.lockstile.auth.secret.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** The second step of a sign-in: a code of an authenticator application, or a recovery code. */
record SecondFactorPages(SecondFactorLogin login) {

    private static final String COOKIE = "factor";
    private static final String TEMPLATE = "second-factor";
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Pattern TOTP = Pattern.compile("[0-9]{6}");
    private static final int CODE_MAX = 64;

    void add(Routes routes) {
        routes.get("/second-factor", this::show);
        routes.post("/second-factor", this::finish);
    }

    /** Leads from a right first factor to the second one; no session is open yet. */
    static Reply ask(PageRequest request, SecondFactorChallenge challenge) {
        request.cookies().set(COOKIE, challenge.id().reveal(), LIFE);
        String next = request.next("");
        return Reply.go("/second-factor" + (next.isEmpty() ? "" : "?next=" + next));
    }

    private Reply show(PageRequest request) {
        Fields fields = request.fields();
        fields.suggest("next", request.next(""));
        return Reply.page(TEMPLATE, Map.of("form", fields));
    }

    private Reply finish(PageRequest request) {
        Fields fields = request.fields();
        fields.suggest("next", request.next(""));
        String challenge = request.cookies().get(COOKIE);
        if (challenge == null) {
            return Reply.go("/sign-in");
        }
        String typed = fields.required("factor", CODE_MAX).replaceAll("[\\s]", "");
        fields.suggest("factor", "");
        if (!fields.isFine()) {
            return Refusals.invalid(TEMPLATE, fields);
        }
        boolean trust = fields.checked("trust");
        SecondFactorResult result =
                login.finish(new SecondFactorAttempt(Secret.of(challenge), proof(typed), request.client(), trust));
        if (result instanceof SecondFactorResult.SignedIn in) {
            request.cookies().clear(COOKIE);
            request.signedIn(in.signIn());
            request.keepTrust(in.trustedBrowser());
            return Reply.leave(request.next(request.landing()));
        }
        return Refusals.refused(TEMPLATE, fields, "invalid_second_factor");
    }

    static FactorProof proof(String typed) {
        return TOTP.matcher(typed).matches()
                ? new FactorProof.Totp(Secret.of(typed))
                : new FactorProof.RecoveryCode(Secret.of(typed));
    }
}
