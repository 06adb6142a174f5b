package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.http.internal.payload.AccountPayload;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.http.settings.EndpointGroup;
import dev.lockstile.auth.http.settings.HttpSettings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All endpoints of the contract that there are. */
public final class Endpoints {

    private Endpoints() {}

    /** The routes, group by group, but for those the host leaves out. */
    public static List<Route> routes(Services services, HttpSettings settings) {
        AccountPayload payload = AccountPayload.of(settings, services.hostData());
        ProfileEndpoints profiles = new ProfileEndpoints(services, payload, settings);
        SignInAnswers signIns = new SignInAnswers(payload);
        LoginEndpoints login = new LoginEndpoints(services, signIns);
        SocialEndpoints social = new SocialEndpoints(services, signIns);
        ActivityEndpoints activity =
                new ActivityEndpoints(services.activity(), services.secondFactors(), services.sessions());
        Map<EndpointGroup, List<Route>> optional = new EnumMap<>(EndpointGroup.class);
        if (!settings.isWithout(EndpointGroup.PASSWORDS)) {
            optional.put(
                    EndpointGroup.SIGN_UP, new RegistrationEndpoints(services, payload, settings.clock()).routes());
        }
        optional.put(
                EndpointGroup.PASSWORDS,
                joined(login.passwordRoutes(), new PasswordEndpoints(services, payload).routes()));
        optional.put(EndpointGroup.CODES, new CodeEndpoints(services.codes(), signIns).routes());
        optional.put(
                EndpointGroup.ADMINISTRATION,
                joined(
                        List.of(activity.all()),
                        joined(new AdminEndpoints(services).routes(), new SocialAdminEndpoints(services).routes())));
        optional.put(EndpointGroup.PICTURES, profiles.pictureRoutes());
        settings.absent().forEach(optional::remove);
        List<Route> always = Stream.of(
                        login.routes(),
                        new LinkLoginEndpoints(services.linkLogin(), signIns).routes(),
                        new SessionEndpoints(services.sessions()).routes(),
                        new StepUpEndpoints(services).routes(),
                        new SecondFactorEndpoints(services, signIns).routes(),
                        new FactorEndpoints(services.secondFactors(), services.sessions()).routes(),
                        new PasskeyLoginEndpoints(services.passkeyLogin(), signIns).routes(),
                        new PasskeyEndpoints(services.ownPasskeys(), services.secondFactors(), services.sessions())
                                .routes(),
                        new ApiKeyEndpoints(services.apiKeys(), services.secondFactors(), services.sessions()).routes(),
                        List.of(activity.own()),
                        new AccountEndpoints(services, payload).routes(),
                        new OwnAccountEndpoints(services, payload).routes(),
                        new SettingEndpoints(services).routes(),
                        profiles.routes(),
                        social.routes(),
                        new SocialRedirectEndpoints(services, social).routes(),
                        new SocialEventEndpoints(services.socialEvents()).routes(),
                        new PurposeEndpoints(services).routes(settings.extra().purposes()))
                .flatMap(List::stream)
                .toList();
        return Stream.concat(optional.values().stream().flatMap(List::stream), always.stream())
                .toList();
    }

    private static List<Route> joined(List<Route> first, List<Route> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
