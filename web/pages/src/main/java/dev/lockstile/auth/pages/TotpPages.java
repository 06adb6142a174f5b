package dev.lockstile.auth.pages;

import dev.lockstile.auth.factor.SecondFactors;
import dev.lockstile.auth.factor.SecondFactors.TotpEnrolment;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The own authenticator application: setting one up, and removing it. Both ask the person to prove again who they are.
 * The key stands in the answer to a form alone; after a wrong code the form that brought it back shows it again.
 */
record TotpPages(SecondFactors factors, StepUp stepUp, AccountView account) {

    private static final String PATH = "/account/totp";
    private static final String REMOVE = "/account/totp/remove";
    private static final String TEMPLATE = "totp";
    private static final String ENROLMENT = "enrolment";
    private static final int ENROLMENT_MAX = 200;
    private static final int CODE_MAX = 64;

    void add(Routes routes) {
        routes.memberGet(PATH, this::show);
        routes.memberPost(PATH, this::begin);
        routes.memberPost("/account/totp/confirm", this::confirm);
        routes.memberGet(
                REMOVE,
                (request, member) -> Question.own("totp", REMOVE, Map.of()).page());
        routes.memberPost(REMOVE, this::remove);
    }

    private Reply show(PageRequest request, Routes.Member member) {
        return stepUp.isRecent(member.caller())
                ? Reply.page(TEMPLATE, model("", null))
                : Reply.prove(request.site(PATH));
    }

    private Reply begin(PageRequest request, Routes.Member member) {
        Outcome<TotpEnrolment> result = factors.beginTotp(member.caller());
        if (result instanceof Outcome.Refused<TotpEnrolment> refused) {
            return account.refused(request, member, refused, PATH);
        }
        TotpEnrolment begun = result.orElseThrow();
        return Reply.page(TEMPLATE, model(begun.enrolmentId(), begun));
    }

    /**
     * @param enrolment that a code confirms; empty where none is begun
     * @param begun at this very moment; else null
     */
    private static Map<String, @Nullable Object> model(String enrolment, @Nullable TotpEnrolment begun) {
        Map<String, @Nullable Object> model = ShownOnce.key(begun);
        model.put(ENROLMENT, enrolment);
        return model;
    }

    private static Map<String, @Nullable Object> again(PageRequest request, String enrolment) {
        Map<String, @Nullable Object> model = ShownOnce.keyOf(request);
        model.put(ENROLMENT, enrolment);
        return model;
    }

    private Reply confirm(PageRequest request, Routes.Member member) {
        Fields fields = request.fields();
        String enrolment = fields.required(ENROLMENT, ENROLMENT_MAX);
        String code = fields.required("code", CODE_MAX);
        fields.suggest("code", "");
        if (!fields.isFine()) {
            return Refusals.invalid(TEMPLATE, fields, again(request, enrolment));
        }
        Outcome<List<Secret>> result = factors.confirmTotp(member.caller(), enrolment, Secret.of(code));
        if (result instanceof Outcome.Refused<List<Secret>> refused) {
            return refused.why() == Refusal.INVALID_CODE || refused.why() == Refusal.MALFORMED_CODE
                    ? Refusals.refused(TEMPLATE, fields, refused.why().code(), again(request, enrolment))
                    : account.refused(request, member, refused, PATH);
        }
        request.say("totp-added");
        List<Secret> codes = result.orElseThrow();
        fields.suggest("next", request.site("/account"));
        return codes.isEmpty() ? Reply.go("/account") : ShownOnce.codes(fields, codes);
    }

    private Reply remove(PageRequest request, Routes.Member member) {
        if (factors.removeTotp(member.caller()) instanceof Outcome.Refused<Boolean> refused) {
            return account.refused(request, member, refused, "/account");
        }
        request.say("totp-removed");
        return Reply.go("/account");
    }
}
