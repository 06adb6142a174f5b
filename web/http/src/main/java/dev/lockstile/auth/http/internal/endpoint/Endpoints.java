package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.apikey.ApiKeys;
import dev.lockstile.auth.factor.OwnPasskeys;
import dev.lockstile.auth.feature.AuthFeature;
import dev.lockstile.auth.http.internal.payload.AccountPayload;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.http.settings.EndpointGroup;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.social.SocialLogin;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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
                        new AdminEndpoints(services).routes(),
                        new AdminUserEndpoints(services, payload, settings.clock()).routes(),
                        new AdminRoleEndpoints(services).routes(),
                        new AdminActEndpoints(services, settings.clock()).routes(),
                        new AdminMergeEndpoints(services).routes(),
                        new AdminSettingEndpoints(services).routes(),
                        new AdminPasswordEndpoints(services).routes(),
                        new AdminInvitationEndpoints(services, settings.clock()).routes()));
        optional.put(EndpointGroup.PICTURES, profiles.pictureRoutes());
        settings.absent().forEach(optional::remove);
        List<Route> always = joined(
                login.routes(),
                new LinkLoginEndpoints(services.linkLogin(), signIns).routes(),
                new SessionEndpoints(services.sessions()).routes(),
                new StepUpEndpoints(services).routes(),
                new SecondFactorEndpoints(services, signIns).routes(),
                new FactorEndpoints(services.secondFactors(), services.sessions()).routes(),
                List.of(activity.own()),
                new AccountEndpoints(services, payload).routes(),
                new OwnAccountEndpoints(services, payload).routes(),
                new SettingEndpoints(services).routes(),
                profiles.routes(),
                features(services, signIns, settings),
                new PurposeEndpoints(services).routes(settings.extra().purposes()));
        return Stream.concat(optional.values().stream().flatMap(List::stream), always.stream())
                .toList();
    }

    /** Those of features that the host uses; the endpoints of others are not loaded. */
    private static List<Route> features(Services services, SignInAnswers signIns, HttpSettings settings) {
        Map<AuthFeature, Supplier<List<Route>>> all = Map.of(
                OwnPasskeys.FEATURE, () -> passkeys(services, signIns),
                SocialLogin.FEATURE, () -> social(services, signIns, settings),
                ApiKeys.FEATURE, () -> apiKeys(services, settings));
        return all.entrySet().stream()
                .filter(feature -> services.features().contains(feature.getKey()))
                .flatMap(feature -> feature.getValue().get().stream())
                .toList();
    }

    private static List<Route> passkeys(Services services, SignInAnswers signIns) {
        return joined(
                new PasskeyLoginEndpoints(services.passkeyLogin().get(), signIns).routes(),
                new PasskeyEndpoints(services.ownPasskeys().get(), services.secondFactors(), services.sessions())
                        .routes());
    }

    private static List<Route> social(Services services, SignInAnswers signIns, HttpSettings settings) {
        SocialEndpoints social = new SocialEndpoints(services, signIns);
        List<Route> routes = new ArrayList<>(social.routes());
        routes.addAll(new SocialRedirectEndpoints(services, social).routes());
        routes.addAll(new SocialEventEndpoints(services.socialEvents().get()).routes());
        if (!settings.isWithout(EndpointGroup.ADMINISTRATION)) {
            routes.addAll(new SocialAdminEndpoints(services).routes());
        }
        return routes;
    }

    private static List<Route> apiKeys(Services services, HttpSettings settings) {
        ApiKeys keys = services.apiKeys().get();
        List<Route> own = new ApiKeyEndpoints(keys, services.secondFactors(), services.sessions()).routes();
        return settings.isWithout(EndpointGroup.ADMINISTRATION)
                ? own
                : joined(own, new ServiceAccountEndpoints(services, keys).routes());
    }

    @SafeVarargs
    private static List<Route> joined(List<Route>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }
}
