package dev.lockstile.auth.pages;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.factor.SecondFactors;
import dev.lockstile.auth.factor.SecondFactors.TotpEnrolment;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.SignIn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The second step of a sign-in: a code of an authenticator application, a passkey, or a recovery code. An account that
 * must have one and has none sets up an application or makes a passkey first, and is shown the recovery codes, once.
 */
record SecondFactorPages(SecondFactorLogin login, SecondFactors.Served served) {

    private static final String TEMPLATE = "second-factor";
    private static final String ENROL_PATH = "/second-factor/enrol";
    private static final String ENROL = "second-factor-enrol";
    private static final int CODE_MAX = 64;

    /** A field of the address or form: a recovery code stands in for the application. */
    static final String RECOVERY = "recovery";

    void add(Routes routes) {
        routes.get("/second-factor", this::show);
        routes.post("/second-factor", this::finish);
        routes.get(ENROL_PATH, request -> enrolment(request, null));
        routes.post(ENROL_PATH, this::enrol);
        routes.memberPost("/second-factor/kept", (request, member) -> Reply.leave(request.next(request.landing())));
        routes.page("/second-factor/kept", "/account");
    }

    /** Leads from a right first factor to the second one; no session is open yet. */
    static Reply ask(PageRequest request, SecondFactorChallenge challenge) {
        PendingFactor.keep(request.cookies(), challenge);
        return Reply.go(request.onward(challenge.wantsEnrolment() ? ENROL_PATH : "/second-factor"));
    }

    /** Gives the key of a new authenticator application, this once; its first code goes the way of every other. */
    private Reply enrol(PageRequest request) {
        PendingFactor pending = PendingFactor.read(request.cookies()).orElse(null);
        if (pending == null) {
            return request.onToSignIn();
        }
        Outcome<TotpEnrolment> result = login.enrol(pending.challenge());
        if (result instanceof Outcome.Done<TotpEnrolment> done) {
            return enrolment(request, done.value());
        }
        Refusal why = ((Outcome.Refused<TotpEnrolment>) result).why();
        return why == Refusal.NO_PROVEN_ADDRESS
                ? Refusals.refused(TEMPLATE, request.fields(), why.code(), model(request, request.fields()))
                : request.onToSignIn();
    }

    private static Reply enrolment(PageRequest request, @Nullable TotpEnrolment enrolment) {
        Fields fields = request.fields();
        fields.suggest("next", request.next(""));
        Map<String, @Nullable Object> model = ShownOnce.key(enrolment);
        model.put("form", fields);
        return Reply.page(ENROL, model);
    }

    private Reply show(PageRequest request) {
        Fields fields = request.fields();
        fields.suggest("next", request.next(""));
        return Reply.page(TEMPLATE, model(request, fields));
    }

    /**
     * Without a cookie, as for an account with an application: nothing tells of an account whose factor was not shown.
     */
    private static Map<String, Object> model(PageRequest request, Fields fields) {
        Optional<PendingFactor> pending = PendingFactor.read(request.cookies());
        boolean application = pending.map(waiting -> waiting.enrols() || waiting.offers(FactorKind.TOTP))
                .orElse(true);
        boolean recovery =
                pending.map(waiting -> waiting.offers(FactorKind.RECOVERY_CODE)).orElse(false);
        boolean passkey =
                pending.map(waiting -> waiting.offers(FactorKind.PASSKEY)).orElse(false);
        boolean another = recovery && (application || passkey);
        boolean typed = another && !request.param(RECOVERY).isEmpty();
        return Map.of(
                "form", fields,
                "application", application && !typed,
                "recovery", recovery,
                "lost", another && !typed,
                "passkey", passkey && !typed);
    }

    private Reply finish(PageRequest request) {
        Fields fields = request.fields();
        fields.suggest("next", request.next(""));
        PendingFactor pending = PendingFactor.read(request.cookies()).orElse(null);
        if (pending == null) {
            return request.onToSignIn();
        }
        FactorProof.Passkey passkey = PasskeyPages.shown(request).orElse(null);
        FactorProof proof = passkey == null ? typed(fields) : passkey;
        if (!fields.isFine()) {
            return wrong(request, pending, fields, null);
        }
        boolean trust = fields.checked("trust");
        Outcome<SignIn> result =
                login.finish(new SecondFactorLogin.Attempt(pending.challenge(), proof, request.client(), trust));
        if (result instanceof Outcome.Done<SignIn> in) {
            return signedIn(request, pending, in.value());
        }
        Optional<Reply> newPassword = NewPasswordPages.ask(request, result);
        if (newPassword.isPresent()) {
            PendingFactor.clear(request.cookies());
            return newPassword.get();
        }
        if (result.isRefused(Refusal.MALFORMED_CODE)) {
            fields.refuse("factor", "malformed_code");
            return wrong(request, pending, fields, null);
        }
        return passkey != null && pending.enrols()
                ? Refusals.refused(ENROL, fields, "invalid_passkey", ShownOnce.key(null))
                : wrong(request, pending, fields, passkey == null ? "invalid_second_factor" : Refusals.PASSKEY);
    }

    private Reply signedIn(PageRequest request, PendingFactor pending, SignIn in) {
        PendingFactor.clear(request.cookies());
        request.signedIn(in);
        List<Secret> codes = in.extras().recoveryCodes();
        if (!codes.isEmpty()) {
            Fields fields = request.fields();
            fields.suggest("next", request.next(""));
            return ShownOnce.codes(fields, codes);
        }
        return pending.enrols() && served.recoveryCodes()
                ? Reply.go("/account/recovery-codes") // sent twice: the codes stood in the answer that is gone
                : Reply.leave(request.next(request.landing()));
    }

    /**
     * The page that the form stood on, with the key of an application that is being set up.
     *
     * @param why null where the fields say what is wrong
     */
    private static Reply wrong(PageRequest request, PendingFactor pending, Fields fields, @Nullable String why) {
        Map<String, @Nullable Object> key = ShownOnce.keyOf(request);
        boolean enrolling = pending.enrols() && key.get("key") != null;
        String template = enrolling ? ENROL : TEMPLATE;
        Map<String, ? extends @Nullable Object> model = enrolling ? key : model(request, fields);
        return why == null ? Refusals.invalid(template, fields, model) : Refusals.refused(template, fields, why, model);
    }

    private static FactorProof typed(Fields fields) {
        String typed = fields.required("factor", CODE_MAX);
        fields.suggest("factor", "");
        return proof(typed);
    }

    static FactorProof proof(String typed) {
        return FactorProof.typed(Secret.of(typed));
    }
}
