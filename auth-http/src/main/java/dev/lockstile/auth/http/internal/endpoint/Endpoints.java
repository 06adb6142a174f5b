package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.http.HttpSettings;
import dev.lockstile.auth.http.internal.payload.AccountPayload;
import dev.lockstile.auth.http.internal.web.Route;
import java.util.List;
import java.util.stream.Stream;

/** All endpoints of the contract that there are. */
public final class Endpoints {

    private Endpoints() {}

    /** The routes, group by group. */
    public static List<Route> routes(Services services, HttpSettings settings) {
        AccountPayload payload = new AccountPayload(settings.loginRedirectUrl());
        return Stream.of(
                        new RegistrationEndpoints(services.accounts(), settings.clock()).routes(),
                        new LoginEndpoints(services, payload).routes(),
                        new CodeEndpoints(services.codes(), payload).routes(),
                        new SessionEndpoints(services.sessions()).routes(),
                        new StepUpEndpoints(services.stepUp(), services.sessions()).routes(),
                        new PasswordEndpoints(services).routes(),
                        new AccountEndpoints(services, payload).routes(),
                        new OwnAccountEndpoints(services).routes(),
                        new ProfileEndpoints(services, settings).routes(),
                        new AdminEndpoints(services).routes(),
                        SocialEndpoints.routes())
                .flatMap(List::stream)
                .toList();
    }
}
