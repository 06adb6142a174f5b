package dev.lockstile.auth.pages;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.otp.CodeSettings;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.SignIn;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signing in with a one-time code: asking for it, typing it, asking again, going to another address. */
record CodePages(CodeLogin codes, CodeSettings settings, EntrySettings entry, Clock clock) {

    static final String COOKIE = "code";

    private static final String ASK = "code";
    private static final String VERIFY = "code-verify";
    private static final int CODE_MAX = 64;

    void add(Routes routes) {
        if (entry.offers(SignInWay.CODE)) {
            routes.guestGet("/code", this::show);
            routes.post("/code", this::ask);
        } else {
            routes.get("/code", PageRequest::onToSignIn);
        }
        routes.get("/code/verify", this::showVerify);
        routes.post("/code/verify", this::verify);
        routes.post("/code/resend", this::resend);
        routes.page("/code/resend", "/code/verify");
    }

    private Reply show(PageRequest request) {
        Fields fields = request.fields();
        Optional<PendingCode> pending = PendingCode.read(request.cookies(), COOKIE);
        fields.suggest(
                Contact.FIELD,
                pending.map(PendingCode::contact).orElseGet(() -> KnownLogin.contact(request.cookies())));
        return Reply.page(ASK, Map.of("form", fields));
    }

    private Reply ask(PageRequest request) {
        Fields fields = request.fields();
        Contact contact = Contact.of(fields);
        return fields.isFine()
                ? send(request, new PendingCode(contact.kindName(), contact.text(), null, 0), ASK, fields)
                : Refusals.invalid(ASK, fields);
    }

    private Reply resend(PageRequest request) {
        return PendingCode.read(request.cookies(), COOKIE)
                .map(pending -> send(request, pending, VERIFY, request.fields()))
                .orElseGet(() -> Reply.go(request.onward("/code")));
    }

    private Reply send(PageRequest request, PendingCode pending, String template, Fields fields) {
        Channel channel = pending.kind().equals("phone") ? Channel.SMS : Channel.EMAIL;
        Outcome<CodeLogin.Sent> result = codes.request(new CodeLogin.Request(
                identifier(pending), channel, request.address(), request.language(), request.evidence()));
        if (result instanceof Outcome.Refused<CodeLogin.Sent> refused) {
            if (refused.why() == Refusal.INVALID_INPUT) {
                fields.refuse(refused.problems(), Map.of("email", "contact", "phone", "contact", "channel", "contact"));
                return Refusals.invalid(template, fields);
            }
            return Refusals.of(template, fields, refused, template.equals(VERIFY) ? model(pending, fields) : Map.of());
        }
        String challenge = result.orElseThrow().challengeId();
        new PendingCode(pending.kind(), pending.contact(), challenge, now()).keep(request.cookies(), COOKIE);
        if (template.equals(VERIFY)) { // asked for once more, from the page that says where the first one went
            request.say("code-sent");
        }
        return Reply.go(request.onward("/code/verify"));
    }

    private Reply showVerify(PageRequest request) {
        return PendingCode.read(request.cookies(), COOKIE)
                .map(pending -> Reply.page(VERIFY, model(pending, request.fields())))
                .orElseGet(() -> Reply.go(request.onward("/code")));
    }

    private Reply verify(PageRequest request) {
        Fields fields = request.fields();
        PendingCode pending = PendingCode.read(request.cookies(), COOKIE).orElse(null);
        if (pending == null) {
            return Reply.go(request.onward("/code"));
        }
        String code = fields.required("code", CODE_MAX);
        fields.suggest("code", "");
        if (!fields.isFine()) {
            return Reply.again(400, VERIFY, model(pending, fields));
        }
        Outcome<SignIn> result = codes.verify(
                new CodeLogin.Attempt(identifier(pending), pending.challenge(), Secret.of(code), request.client()));
        if (result instanceof Outcome.SecondFactorRequired<SignIn>) {
            request.cookies().clear(COOKIE);
        }
        return SignInReply.of(request, result, refused -> refused(refused, pending, fields));
    }

    private Reply refused(Outcome.Refused<SignIn> refused, PendingCode pending, Fields fields) {
        if (refused.why() == Refusal.MALFORMED_CODE) {
            fields.refuse("code", "malformed_code");
            return Reply.again(400, VERIFY, model(pending, fields));
        }
        return Refusals.of(VERIFY, fields, refused, model(pending, fields));
    }

    private Map<String, @Nullable Object> model(PendingCode pending, Fields fields) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("form", fields);
        model.put("contact", pending.contact());
        model.put("seconds", pending.secondsLeft(settings.cooldown(), now()));
        model.put("digits", pending.kind().equals("phone") ? settings.smsDigits() : settings.emailDigits());
        return model;
    }

    private static CodeIdentifier identifier(PendingCode pending) {
        return new CodeIdentifier(
                pending.kind().equals("phone") ? IdentifierKind.PHONE : IdentifierKind.EMAIL, pending.contact());
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
