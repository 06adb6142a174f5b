package dev.lockstile.auth.pages;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.otp.CodeAttempt;
import dev.lockstile.auth.otp.CodeIdentifier;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLoginResult;
import dev.lockstile.auth.otp.CodeRequest;
import dev.lockstile.auth.otp.CodeRequestResult;
import dev.lockstile.auth.otp.CodeSettings;
import dev.lockstile.auth.secret.Secret;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signing in with a one-time code: asking for it, typing it, asking again, going to another address. */
record CodePages(CodeLogin codes, CodeSettings settings, Clock clock) {

    static final String COOKIE = "code";

    private static final String ASK = "code";
    private static final String VERIFY = "code-verify";
    private static final List<String> KINDS = List.of("email", "phone");
    private static final int IDENTIFIER_MAX = 320;
    private static final int CODE_MAX = 64;

    void add(Routes routes) {
        routes.get("/code", this::show);
        routes.post("/code", this::ask);
        routes.get("/code/verify", this::showVerify);
        routes.post("/code/verify", this::verify);
        routes.post("/code/resend", this::resend);
    }

    private Reply show(Visit visit) {
        Fields fields = visit.fields();
        Optional<Asked> asked = Asked.read(visit.cookies(), COOKIE);
        fields.suggest("kind", asked.map(Asked::kind).orElse("email"));
        fields.suggest("contact", asked.map(Asked::contact).orElse(""));
        return Reply.page(ASK, Map.of("form", fields));
    }

    private Reply ask(Visit visit) {
        Fields fields = visit.fields();
        String kind = fields.oneOf("kind", KINDS);
        String contact = fields.required("contact", IDENTIFIER_MAX);
        return fields.isFine()
                ? send(visit, new Asked(kind, contact, null, 0), ASK, fields)
                : Refusals.invalid(ASK, fields);
    }

    private Reply resend(Visit visit) {
        return Asked.read(visit.cookies(), COOKIE)
                .map(asked -> send(visit, asked, VERIFY, visit.fields()))
                .orElseGet(() -> Reply.go("/code"));
    }

    private Reply send(Visit visit, Asked wish, String template, Fields fields) {
        Channel channel = wish.kind().equals("phone") ? Channel.SMS : Channel.EMAIL;
        CodeRequestResult result = codes.request(
                new CodeRequest(identifier(wish), channel, visit.address(), visit.language(), visit.evidence()));
        if (result instanceof CodeRequestResult.Sent sent) {
            new Asked(wish.kind(), wish.contact(), sent.challengeId(), now()).keep(visit.cookies(), COOKIE);
            visit.say("code-sent");
            return Reply.go("/code/verify");
        }
        if (result instanceof CodeRequestResult.Invalid invalid) {
            fields.refuse(invalid.problems(), Map.of("email", "contact", "phone", "contact", "channel", "contact"));
            return Refusals.invalid(template, fields);
        }
        String why = result instanceof CodeRequestResult.HumanCheckRequired ? Refusals.HUMAN_CHECK : "throttled";
        return Refusals.refused(template, fields, why, template.equals(VERIFY) ? model(wish, fields) : Map.of());
    }

    private Reply showVerify(Visit visit) {
        return Asked.read(visit.cookies(), COOKIE)
                .map(asked -> Reply.page(VERIFY, model(asked, visit.fields())))
                .orElseGet(() -> Reply.go("/code"));
    }

    private Reply verify(Visit visit) {
        Fields fields = visit.fields();
        Asked asked = Asked.read(visit.cookies(), COOKIE).orElse(null);
        if (asked == null) {
            return Reply.go("/code");
        }
        String code = fields.required("code", CODE_MAX).replaceAll("[\\s-]", "");
        fields.suggest("code", "");
        if (!fields.isFine()) {
            return Reply.again(400, VERIFY, model(asked, fields));
        }
        CodeLoginResult result =
                codes.verify(new CodeAttempt(identifier(asked), asked.challenge(), Secret.of(code), visit.client()));
        if (result instanceof CodeLoginResult.SignedIn in) {
            visit.cookies().clear(COOKIE);
            visit.signedIn(in.signIn());
            return Reply.leave(visit.landing());
        }
        String why = result instanceof CodeLoginResult.Throttled ? "throttled" : "invalid_code";
        return Refusals.refused(VERIFY, fields, why, model(asked, fields));
    }

    private Map<String, @Nullable Object> model(Asked asked, Fields fields) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("form", fields);
        model.put("contact", asked.contact());
        model.put("seconds", asked.secondsLeft(settings.cooldown(), now()));
        model.put("digits", asked.kind().equals("phone") ? settings.smsDigits() : settings.emailDigits());
        return model;
    }

    private static CodeIdentifier identifier(Asked asked) {
        return new CodeIdentifier(
                asked.kind().equals("phone") ? IdentifierKind.PHONE : IdentifierKind.EMAIL, asked.contact());
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
