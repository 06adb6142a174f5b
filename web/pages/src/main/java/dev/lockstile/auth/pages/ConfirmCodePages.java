package dev.lockstile.auth.pages;

import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.Registrations;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;

/**
 * Proving the e-mail address of a registration by the code beside the link. The challenge it goes with is kept by the
 * browser that asked for the message, and by the form; without the code it is worth nothing.
 */
record ConfirmCodePages(Registrations registrations, PasswordEntry entry, RegistrationSent sent) {

    private static final String CHALLENGE = RegistrationSent.CHALLENGE;
    private static final int CHALLENGE_MAX = 200;
    private static final int CODE_MAX = 64;

    void add(Routes routes) {
        routes.get("/register/sent", sent::page);
        routes.post("/confirm/code", this::confirm);
        routes.page("/confirm/code", "/register/sent");
    }

    /** As with the link: any other browser is asked for the password of the registration, or goes on without it. */
    private Reply confirm(PageRequest request) {
        Fields fields = request.fields();
        String challenge = fields.required(CHALLENGE, CHALLENGE_MAX);
        String code = fields.required("code", CODE_MAX);
        fields.suggest("code", "");
        Secret password = request.param("by_password").isEmpty() ? null : fields.secret("password");
        if (!fields.isFine()) {
            return again(request, fields);
        }
        String cookie = request.cookies().get(RegisterPages.COOKIE);
        Outcome<EmailConfirmation.Proven> result = registrations.confirmEmailByCode(new EmailConfirmation.ByCode(
                challenge,
                Secret.of(code),
                request.address(),
                new EmailConfirmation.ByCode.Registrant(cookie == null ? null : Secret.of(cookie), password)));
        if (result instanceof Outcome.Refused<EmailConfirmation.Proven> refused) {
            return refused(request, fields, refused);
        }
        LinkProof setPassword = result.orElseThrow().setPassword();
        RegistrationSent.clearCode(request);
        String known = KnownLogin.read(request.cookies());
        if (setPassword == null && password != null && !known.isEmpty() && request.caller() == null) {
            request.cookies().clear(RegisterPages.COOKIE);
            return entry.enter(request, new PasswordEntry.Typed(known, password), null, PageEnd.CONFIRMATION);
        }
        return RegisterPages.proven(request, setPassword);
    }

    private Reply refused(PageRequest request, Fields fields, Outcome.Refused<EmailConfirmation.Proven> refused) {
        switch (refused.why()) {
            case WRONG_PASSWORD -> fields.refuse("password", "not_of_registration");
            case MALFORMED_CODE -> fields.refuse("code", "malformed_code");
            case INVALID_LINK -> {
                return Refusals.refused(RegistrationSent.TEMPLATE, fields, "invalid_code", sent.shown(request));
            }
            default -> {
                return Refusals.of(RegistrationSent.TEMPLATE, fields, refused, sent.shown(request));
            }
        }
        return again(request, fields);
    }

    private Reply again(PageRequest request, Fields fields) {
        return Refusals.invalid(RegistrationSent.TEMPLATE, fields, sent.shown(request));
    }
}
