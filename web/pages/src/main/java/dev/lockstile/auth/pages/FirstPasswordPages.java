package dev.lockstile.auth.pages;

import dev.lockstile.auth.account.PasswordChanges;
import dev.lockstile.auth.account.PasswordChanges.PasswordSet;
import dev.lockstile.auth.factor.SecondFactors;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;

/**
 * The first password of an account that has none, as one that signs in by codes or with another site. It asks for a
 * recent proof.
 */
record FirstPasswordPages(PasswordChanges passwords, SecondFactors factors, StepUp stepUp) {

    private static final String PATH = "/account/password/set";

    private static final String TEMPLATE = "password-set";
    private static final String CHANGE = "/account/password";

    void add(Routes routes) {
        routes.memberPost(PATH, this::set);
    }

    /** False where the account has none; true where that cannot be told. */
    boolean hasPassword(Caller caller) {
        return !(factors.view(caller) instanceof Outcome.Done<SecondFactors.View> done)
                || done.value().password();
    }

    /** Asks for the proof before the password is typed. */
    Reply show(PageRequest request, Routes.Member member) {
        return stepUp.isRecent(member.caller()) ? Reply.page(TEMPLATE) : Reply.prove(request.site(CHANGE));
    }

    private Reply set(PageRequest request, Routes.Member member) {
        Fields fields = request.fields();
        Secret password = fields.twice("new_password");
        if (!fields.isFine()) {
            return Refusals.invalid(TEMPLATE, fields);
        }
        Outcome<PasswordSet> result = passwords.set(member.caller(), password);
        if (result instanceof Outcome.Refused<PasswordSet> refused) {
            return switch (refused.why()) {
                case STEP_UP_REQUIRED -> Reply.prove(request.site(CHANGE));
                case WRONG_PASSWORD -> Reply.go(CHANGE);
                default -> Refusals.of(TEMPLATE, fields, refused);
            };
        }
        request.say("password-set");
        return Reply.go("/account");
    }
}
