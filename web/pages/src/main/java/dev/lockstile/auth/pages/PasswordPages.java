package dev.lockstile.auth.pages;

import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordChanges;
import dev.lockstile.auth.account.PasswordChanges.PasswordSet;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import java.util.Map;

/** Forgotten and changed passwords. */
record PasswordPages(PasswordChanges passwords, FirstPasswordPages first, PasswordEntry entry, SentMessage sent) {

    private static final String FORGOTTEN = "forgotten";
    private static final String SENT = "forgotten-sent";
    private static final String RESET = "reset";
    private static final String CHANGE = "password";

    void add(Routes routes) {
        routes.get("/forgotten", PasswordPages::showForgotten);
        routes.post("/forgotten", this::ask);
        routes.get("/forgotten/sent", this::showSent);
        routes.get("/reset", this::showReset);
        routes.post("/reset", this::reset);
        routes.memberGet(
                "/account/password",
                (request, member) ->
                        first.hasPassword(member.caller()) ? Reply.page(CHANGE) : first.show(request, member));
        routes.memberPost("/account/password", this::change);
    }

    private static Reply showForgotten(PageRequest request) {
        Fields fields = request.fields();
        fields.suggest(Contact.FIELD, KnownLogin.contact(request.cookies()));
        return Reply.page(FORGOTTEN, Map.of("form", fields));
    }

    private Reply ask(PageRequest request) {
        Fields fields = request.fields();
        Contact contact = Contact.of(fields);
        if (!fields.isFine()) {
            return Refusals.invalid(FORGOTTEN, fields);
        }
        Outcome<Boolean> result = passwords.requestReset(new ResetRequest(
                contact.kind(), contact.text(), request.address(), request.language(), request.evidence()));
        if (result instanceof Outcome.Refused<Boolean> refused) {
            fields.refuse(refused.problems(), Map.of("email", "contact", "phone", "contact"));
            return Refusals.of(FORGOTTEN, fields, refused);
        }
        request.keepNext();
        sent.keep(request, contact.text());
        return Reply.go(request.onward("/forgotten/sent"));
    }

    private Reply showSent(PageRequest request) {
        if (!sent.isKept(request)) {
            return Reply.go(request.onward("/forgotten"));
        }
        return SignedInRedirect.fromWaiting(request).orElseGet(() -> Reply.page(SENT, sent.shown(request)));
    }

    /** Looks without effect, as mail scanners open links; a link that is over leads to a new one. */
    private Reply showReset(PageRequest request) {
        return passwords
                .recipientOf(proof(request))
                .map(recipient -> Reply.page(RESET, link(request, recipient)))
                .orElseGet(() -> Reply.page(FORGOTTEN, Map.of("form", request.fields(), "refused", "invalid_link")));
    }

    private static LinkProof proof(PageRequest request) {
        return new LinkProof(request.param("uid"), Secret.of(request.param("token")), request.address());
    }

    private Reply reset(PageRequest request) {
        Fields fields = request.fields();
        Secret password = fields.twice("new_password");
        String recipient = passwords.recipientOf(proof(request)).orElse("");
        if (!fields.isFine()) {
            return Refusals.invalid(RESET, fields, link(request, recipient));
        }
        Outcome<PasswordSet> result = passwords.confirmReset(proof(request), password);
        if (result instanceof Outcome.Refused<PasswordSet> refused) {
            return refused.why() == Refusal.INVALID_LINK
                    ? Refusals.refused(FORGOTTEN, fields, refused.why().code())
                    : Refusals.of(RESET, fields, refused, link(request, recipient));
        }
        PasswordSet changed = result.orElseThrow();
        request.endSession();
        request.keepDevice(changed.trustedDevice());
        PasswordEntry.Typed typed = new PasswordEntry.Typed(recipient, password);
        return entry.enter(request, typed, changed.trustedDevice(), PageEnd.PASSWORD_RESET);
    }

    /** The page says whose password it is: a link may come from another person than the one who opens it. */
    private static Map<String, Object> link(PageRequest request, String recipient) {
        return Map.of("uid", request.param("uid"), "token", request.param("token"), "recipient", recipient);
    }

    private Reply change(PageRequest request, Routes.Member member) {
        Fields fields = request.fields();
        Secret old = fields.secret("old_password");
        Secret password = fields.twice("new_password");
        if (!fields.isFine()) {
            return Refusals.invalid(CHANGE, fields);
        }
        Outcome<PasswordSet> result = passwords.change(member.caller(), old, password);
        if (result instanceof Outcome.Refused<PasswordSet> refused) {
            return Refusals.of(CHANGE, fields, refused);
        }
        request.say("password-changed");
        return Reply.go("/account");
    }
}
