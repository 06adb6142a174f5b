package dev.lockstile.auth.http.internal.openapi;

import dev.lockstile.auth.account.Accounts;
import dev.lockstile.auth.account.AdminAccounts;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.PasswordService;
import dev.lockstile.auth.account.Profiles;
import dev.lockstile.auth.http.internal.endpoint.Endpoints;
import dev.lockstile.auth.http.internal.endpoint.Services;
import dev.lockstile.auth.http.internal.input.DescriptionEnd;
import dev.lockstile.auth.http.internal.input.InvalidInputException;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.Messages;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.http.internal.web.Texts;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.login.LoginService;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.token.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * Asks each handler what it reads, by letting it read from nothing: it notes the fields it asks for and is stopped before
 * it calls a service. So the description is what is served and cannot part from it.
 */
final class Describer {

    private final HttpSettings settings;
    private final Texts texts;

    Describer(HttpSettings given) {
        this.settings = given.describable();
        this.texts = new Messages(settings.fallback()).texts(null);
    }

    List<RouteDescription> routes() {
        return Endpoints.routes(services(), settings).stream()
                .map(this::describe)
                .toList();
    }

    private RouteDescription describe(Route route) {
        RouteDescription description = new RouteDescription(route);
        try {
            route.handler().handle(new Exchange(stopping(HttpServletRequest.class), description, "0", texts, settings));
        } catch (InvalidInputException e) {
            e.problems().stream().map(FieldProblem::field).forEach(description.parameters::add);
        } catch (DescriptionEnd | RefusalException e) {
            return description; // it has read all that it reads
        }
        return description;
    }

    private static Services services() {
        return new Services(
                stopping(LoginService.class),
                stopping(CodeLogin.class),
                stopping(Accounts.class),
                stopping(OwnAccount.class),
                stopping(Profiles.class),
                stopping(AdminAccounts.class),
                stopping(PasswordService.class),
                stopping(Sessions.class),
                stopping(StepUp.class),
                text -> {
                    throw new DescriptionEnd();
                });
    }

    private static <T> T stopping(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                Describer.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    throw new DescriptionEnd();
                }));
    }
}
