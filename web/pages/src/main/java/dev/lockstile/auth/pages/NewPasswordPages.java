package dev.lockstile.auth.pages;

import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The step of a sign-in in which a password is replaced, since it is temporary or may be known to others. */
record NewPasswordPages(PasswordLogin login) {

    private static final String PATH = "/new-password";
    private static final String TEMPLATE = "new-password";
    private static final String COOKIE = "newpassword";
    private static final Duration LIFE = Duration.ofMinutes(10);

    void add(Routes routes) {
        routes.get(PATH, this::show);
        routes.post(PATH, this::replace);
    }

    /** Leads from a right password to the page that asks for a new one; empty for another refusal. */
    static Optional<Reply> ask(PageRequest request, Outcome<SignIn> outcome) {
        return outcome instanceof Outcome.Refused<SignIn> refused
                        && refused.why() == Refusal.PASSWORD_CHANGE_REQUIRED
                        && refused.challenge() != null
                ? Optional.of(ask(request, refused.challenge()))
                : Optional.empty();
    }

    private static Reply ask(PageRequest request, String ticket) {
        request.cookies().set(COOKIE, ticket, LIFE);
        return Reply.go(request.onward(PATH));
    }

    private Reply show(PageRequest request) {
        Fields fields = request.fields();
        fields.suggest("next", request.next(""));
        return request.cookies().get(COOKIE) == null
                ? request.onToSignIn()
                : Reply.page(TEMPLATE, Map.of("form", fields));
    }

    private Reply replace(PageRequest request) {
        Fields fields = request.fields();
        fields.suggest("next", request.next(""));
        String ticket = request.cookies().get(COOKIE);
        if (ticket == null) {
            return request.onToSignIn();
        }
        Secret password = fields.twice("new_password");
        if (!fields.isFine()) {
            return Refusals.invalid(TEMPLATE, fields);
        }
        Outcome<SignIn> result = login.replacePassword(
                new PasswordLogin.PasswordReplacement(Secret.of(ticket), password, request.client()));
        return SignInReply.of(request, result, refused -> refused(request, fields, refused));
    }

    private static Reply refused(PageRequest request, Fields fields, Outcome.Refused<SignIn> refused) {
        if (refused.why() != Refusal.INVALID_CREDENTIALS) {
            return Refusals.of(TEMPLATE, fields, refused);
        }
        request.cookies().clear(COOKIE);
        return request.onToSignIn();
    }

    /** Forgets the ticket of a sign-in that is done. */
    static void clear(PageRequest request) {
        if (request.cookies().get(COOKIE) != null) {
            request.cookies().clear(COOKIE);
        }
    }
}
