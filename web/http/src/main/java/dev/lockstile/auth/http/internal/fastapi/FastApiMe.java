package dev.lockstile.auth.http.internal.fastapi;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.PasswordChanges.PasswordSet;
import dev.lockstile.auth.http.internal.input.ContactFields;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The own account. A new address stays pending until its code is entered, a new password is set beside the old one, and
 * what only the server decides is ignored.
 */
record FastApiMe(Auth auth) {

    private static final String INVALID_PASSWORD = "UPDATE_USER_INVALID_PASSWORD";

    List<Route> routes() {
        return List.of(Route.get("users/me", this::me), Route.patch("users/me", this::update));
    }

    private Answer me(Exchange exchange) {
        return Answer.of(200, UserRead.of(user(exchange.caller(auth.sessions()))));
    }

    private UserInfo user(Caller caller) {
        return OutcomeErrors.value(auth.ownAccount().me(caller)).user();
    }

    private Answer update(Exchange exchange) {
        Caller caller = exchange.caller(auth.sessions());
        UserInfo user = user(caller);
        RequestFields fields = exchange.fields();
        String email = fields.optional("email", ContactFields.IDENTIFIER_MAX);
        Secret password = fields.optionalSecret("password");
        Secret current = fields.optionalSecret("current_password");
        fields.check();
        Optional<Answer> refused = password == null ? Optional.empty() : changed(caller, password, current, exchange);
        if (refused.isPresent()) {
            return refused.get();
        }
        return email == null || email.equalsIgnoreCase(user.email())
                ? Answer.of(200, UserRead.of(user))
                : moved(caller, email, exchange);
    }

    /** A token alone changes no password: with a stolen one the thief would keep the account. */
    private Optional<Answer> changed(Caller caller, Secret password, @Nullable Secret current, Exchange exchange) {
        if (current == null) {
            return Optional.of(FastApiAnswers.badPassword(INVALID_PASSWORD, "current_password is missing"));
        }
        Outcome<PasswordSet> result = auth.passwords().change(caller, current, password);
        if (!(result instanceof Outcome.Refused<PasswordSet> refused)) {
            return Optional.empty();
        }
        return switch (refused.why()) {
            case INVALID_INPUT ->
                Optional.of(FastApiAnswers.badPassword(INVALID_PASSWORD, refused.problems(), exchange.texts()));
            case WRONG_PASSWORD ->
                Optional.of(FastApiAnswers.badPassword(INVALID_PASSWORD, "current_password is wrong"));
            default -> throw OutcomeErrors.of(refused);
        };
    }

    private Answer moved(Caller caller, String email, Exchange exchange) {
        OwnAccount.Changed changed = OutcomeErrors.value(
                auth.ownAccount().update(caller, AccountChange.NONE.withEmail(email), exchange.address()));
        JsonObject body = UserRead.of(changed.account().user());
        changed.pending().forEach(pending -> body.with("pending_email_challenge_id", pending.challengeId()));
        return Answer.of(200, body);
    }
}
