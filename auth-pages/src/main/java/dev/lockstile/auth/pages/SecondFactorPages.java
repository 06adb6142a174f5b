package dev.lockstile.auth.pages;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.FactorRefusal;
import dev.lockstile.auth.factor.FactorResult;
import dev.lockstile.auth.factor.SecondFactorAttempt;
import dev.lockstile.auth.factor.SecondFactorChallenge;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.factor.SecondFactorResult;
import dev.lockstile.auth.factor.TotpEnrolment;
import dev.lockstile.auth.secret.Secret;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The second step of a sign-in: a code of an authenticator application, or a recovery code. Whoever must have
 * one and has none sets up an application first, and is shown the recovery codes, once.
 */
record SecondFactorPages(SecondFactorLogin login) {

    private static final String COOKIE = "factor";
    private static final String TEMPLATE = "second-factor";
    private static final String ENROL_PATH = "/second-factor/enrol";
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Pattern TOTP = Pattern.compile("[0-9]{6}");
    private static final int CODE_MAX = 64;

    void add(Routes routes) {
        routes.get("/second-factor", this::show);
        routes.post("/second-factor", this::finish);
        routes.get(ENROL_PATH, request -> enrolment(request, null));
        routes.post(ENROL_PATH, this::enrol);
        routes.memberPost("/second-factor/kept", (request, member) -> Reply.leave(request.next(request.landing())));
    }

    /** Leads from a right first factor to the second one; no session is open yet. */
    static Reply ask(PageRequest request, SecondFactorChallenge challenge) {
        request.cookies().set(COOKIE, challenge.id().reveal(), LIFE);
        String next = request.next("");
        String path = challenge.wantsEnrolment() ? ENROL_PATH : "/second-factor";
        return Reply.go(path + (next.isEmpty() ? "" : "?next=" + next));
    }

    /** Gives the key of a new authenticator application, this once; its first code goes the way of every other. */
    private Reply enrol(PageRequest request) {
        String challenge = request.cookies().get(COOKIE);
        if (challenge == null) {
            return Reply.go("/sign-in");
        }
        FactorResult<TotpEnrolment> result = login.enrol(Secret.of(challenge));
        if (result instanceof FactorResult.Done<TotpEnrolment> done) {
            return enrolment(request, done.value());
        }
        FactorRefusal why = ((FactorResult.Refused<TotpEnrolment>) result).why();
        return why == FactorRefusal.NO_PROVEN_ADDRESS
                ? Refusals.refused(TEMPLATE, request.fields(), why.code())
                : Reply.go("/sign-in");
    }

    private static Reply enrolment(PageRequest request, @Nullable TotpEnrolment enrolment) {
        Map<String, @Nullable Object> model = new HashMap<>();
        Fields fields = request.fields();
        fields.suggest("next", request.next(""));
        model.put("form", fields);
        model.put("key", enrolment == null ? null : enrolment.secret().reveal());
        model.put("uri", enrolment == null ? null : enrolment.uri().reveal());
        return Reply.page("second-factor-enrol", model);
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
            return in.recoveryCodes().isEmpty()
                    ? Reply.leave(request.next(request.landing()))
                    : codes(fields, in.recoveryCodes());
        }
        return Refusals.refused(TEMPLATE, fields, "invalid_second_factor");
    }

    /** In the answer to the form and in no other, so that no address shows them a second time. */
    private static Reply codes(Fields fields, List<Secret> codes) {
        return Reply.page(
                "recovery-codes",
                Map.of(
                        "form",
                        fields,
                        "codes",
                        codes.stream().map(Secret::reveal).toList()));
    }

    static FactorProof proof(String typed) {
        return TOTP.matcher(typed).matches()
                ? new FactorProof.Totp(Secret.of(typed))
                : new FactorProof.RecoveryCode(Secret.of(typed));
    }
}
