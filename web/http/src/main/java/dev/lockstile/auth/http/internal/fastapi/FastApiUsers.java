package dev.lockstile.auth.http.internal.fastapi;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.http.internal.input.ContactFields;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.token.Caller;
import java.util.List;
import java.util.Optional;

/**
 * Accounts of others, for superusers whose proof is recent. What the administration does not do is refused: it sets no
 * password, no address and no right of another person.
 */
record FastApiUsers(Auth auth) {

    private static final int ID_MAX = 64;

    /** The reason in the audit trail. */
    private static final String REFERENCE = "fastapi-users";

    List<Route> routes() {
        return List.of(
                Route.get("users/{id}", this::show),
                Route.patch("users/{id}", this::update),
                Route.delete("users/{id}", this::delete));
    }

    private Answer show(Exchange exchange) {
        admitted(exchange);
        return Answer.of(200, UserRead.of(wanted(exchange)));
    }

    private Answer update(Exchange exchange) {
        Caller caller = admitted(exchange);
        UserInfo user = wanted(exchange);
        RequestFields fields = exchange.fields();
        Boolean active = fields.flag("is_active");
        Boolean verified = fields.flag("is_verified");
        Boolean superuser = fields.flag("is_superuser");
        String email = fields.optional("email", ContactFields.IDENTIFIER_MAX);
        boolean password = fields.optionalSecret("password") != null;
        fields.check();
        boolean asks = password
                || email != null && !email.equals(user.email())
                || superuser != null && superuser != user.status().superuser()
                || Boolean.FALSE.equals(verified) && user.identifiers().email().isVerified();
        if (asks) {
            return Answer.of(403, new JsonObject().with("detail", "UPDATE_USER_NOT_ALLOWED"));
        }
        if (active != null && active != user.status().active()) {
            done(
                    active
                            ? auth.admin().enableAs(caller, user.id(), REFERENCE)
                            : auth.admin().disableAs(caller, user.id(), REFERENCE));
        }
        if (Boolean.TRUE.equals(verified) && !user.identifiers().email().isVerified()) {
            done(auth.admin().markVerifiedAs(caller, user.id(), IdentifierKind.EMAIL, REFERENCE));
        }
        return Answer.of(200, UserRead.of(wanted(exchange)));
    }

    private Answer delete(Exchange exchange) {
        Caller caller = admitted(exchange);
        done(auth.admin().deleteAs(caller, wanted(exchange).id(), REFERENCE));
        return Answer.done();
    }

    private Caller admitted(Exchange exchange) {
        Caller caller = exchange.caller(auth.sessions());
        auth.adminAuthorization().refusal(caller).ifPresent(why -> {
            throw OutcomeErrors.of(why);
        });
        return caller;
    }

    private UserInfo wanted(Exchange exchange) {
        String id = exchange.variable();
        return (id.length() > ID_MAX ? Optional.<UserId>empty() : auth.userId(id))
                .flatMap(auth.admin()::find)
                .orElseThrow(() -> new RefusalException(ErrorCode.NOT_FOUND));
    }

    private static void done(Change change) {
        switch (change) {
            case DONE, UNCHANGED -> {}
            case UNKNOWN_ROLE -> throw new RefusalException(ErrorCode.FORBIDDEN);
            default -> throw OutcomeErrors.of(change);
        }
    }
}
