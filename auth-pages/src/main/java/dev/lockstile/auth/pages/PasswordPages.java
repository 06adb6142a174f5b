package dev.lockstile.auth.pages;

import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordResult;
import dev.lockstile.auth.account.PasswordService;
import dev.lockstile.auth.account.PasswordService.ResetRequest;
import dev.lockstile.auth.account.PasswordService.ResetRequestResult;
import dev.lockstile.auth.secret.Secret;
import java.util.Map;

/** Forgotten and changed passwords. */
record PasswordPages(PasswordService passwords) {

    private static final String FORGOTTEN = "forgotten";
    private static final String RESET = "reset";
    private static final String CHANGE = "password";

    void add(Routes routes) {
        routes.get("/forgotten", request -> Reply.page(FORGOTTEN));
        routes.post("/forgotten", this::ask);
        routes.get("/reset", request -> Reply.page(RESET, link(request)));
        routes.post("/reset", this::reset);
        routes.memberGet("/account/password", (request, member) -> Reply.page(CHANGE));
        routes.memberPost("/account/password", this::change);
    }

    private Reply ask(PageRequest request) {
        Fields fields = request.fields();
        Contact contact = Contact.of(fields);
        if (!fields.isFine()) {
            return Refusals.invalid(FORGOTTEN, fields);
        }
        ResetRequestResult result = passwords.requestReset(new ResetRequest(
                contact.kind(), contact.text(), request.address(), request.language(), request.evidence()));
        if (result instanceof ResetRequestResult.Invalid invalid) {
            fields.refuse(invalid.problems(), Map.of("email", "contact", "phone", "contact"));
            return Refusals.invalid(FORGOTTEN, fields);
        }
        if (result instanceof ResetRequestResult.Throttled) {
            return Refusals.refused(FORGOTTEN, fields, "throttled");
        }
        if (result instanceof ResetRequestResult.HumanCheckRequired) {
            return Refusals.refused(FORGOTTEN, fields, Refusals.HUMAN_CHECK);
        }
        request.say("reset-sent");
        return Reply.go("/sign-in");
    }

    private Reply reset(PageRequest request) {
        Fields fields = request.fields();
        Secret password = fields.twice("new_password");
        if (!fields.isFine()) {
            return again(400, request, fields);
        }
        PasswordResult result = passwords.confirmReset(
                new LinkProof(request.param("uid"), Secret.of(request.param("token")), request.address()), password);
        if (result instanceof PasswordResult.Changed changed) {
            request.signedOut();
            request.keepDevice(changed.trustedDevice());
            request.say("password-reset");
            return Reply.go("/sign-in");
        }
        if (result instanceof PasswordResult.Invalid invalid) {
            return again(400, request, fields.refuse(invalid.problems()));
        }
        return Refusals.refused(
                RESET, fields, ((PasswordResult.Refused) result).why().code(), link(request));
    }

    private static Reply again(int status, PageRequest request, Fields fields) {
        return Reply.again(
                status, RESET, Map.of("form", fields, "uid", request.param("uid"), "token", request.param("token")));
    }

    private static Map<String, Object> link(PageRequest request) {
        return Map.of("uid", request.param("uid"), "token", request.param("token"));
    }

    private Reply change(PageRequest request, Routes.Member member) {
        Fields fields = request.fields();
        Secret old = fields.secret("old_password");
        Secret password = fields.twice("new_password");
        if (!fields.isFine()) {
            return Refusals.invalid(CHANGE, fields);
        }
        PasswordResult result = passwords.change(member.caller(), old, password);
        if (result instanceof PasswordResult.Changed) {
            request.say("password-changed");
            return Reply.go("/account");
        }
        if (result instanceof PasswordResult.Invalid invalid) {
            return Refusals.invalid(CHANGE, fields.refuse(invalid.problems()));
        }
        return Refusals.refused(
                CHANGE, fields, ((PasswordResult.Refused) result).why().code());
    }
}
