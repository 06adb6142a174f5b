package dev.lockstile.auth.http;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration;
import dev.lockstile.auth.account.Activity;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.PasswordChanges;
import dev.lockstile.auth.account.Profiles;
import dev.lockstile.auth.account.Registrations;
import dev.lockstile.auth.admin.AccountDirectory;
import dev.lockstile.auth.apikey.ApiKeys;
import dev.lockstile.auth.factor.FactorAdministration;
import dev.lockstile.auth.factor.OwnPasskeys;
import dev.lockstile.auth.factor.PasskeyLogin;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.factor.SecondFactors;
import dev.lockstile.auth.feature.AuthFeature;
import dev.lockstile.auth.http.internal.endpoint.Services;
import dev.lockstile.auth.http.internal.input.InvalidInputException;
import dev.lockstile.auth.http.internal.input.Query;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.web.AnswerTexts;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.http.internal.web.RequestInput;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.impersonation.Impersonation;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.LinkLogin;
import dev.lockstile.auth.otp.PurposeCodes;
import dev.lockstile.auth.setting.SettingAdministration;
import dev.lockstile.auth.social.SocialAdministration;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Records what an endpoint reads, from an empty body and from that of a mobile client, up to the first service call.
 */
final class RecordedInput implements RequestInput {

    final Set<String> fields = new TreeSet<>();
    final Set<String> parameters = new TreeSet<>();
    final Set<String> headers = new TreeSet<>();
    boolean signedIn;
    private JsonObject body = new JsonObject();

    private final HttpSettings settings;

    private RecordedInput(HttpSettings settings) {
        this.settings = settings;
    }

    static RecordedInput of(Route route, HttpSettings settings) {
        RecordedInput input = new RecordedInput(settings);
        input.run(route);
        input.body = new Recording("", input.fields).with("client", "mobile");
        input.run(route);
        return input;
    }

    static Services services() {
        return services(Auth.knownFeatures());
    }

    static Services services(Set<AuthFeature> features) {
        return new Services(
                stopping(PasswordLogin.class),
                stopping(CodeLogin.class),
                stopping(LinkLogin.class),
                stopping(Registrations.class),
                stopping(OwnAccount.class),
                stopping(Profiles.class),
                stopping(AccountAdministration.class),
                stopping(AccountDirectory.class),
                stopping(PasswordChanges.class),
                stopping(Sessions.class),
                stopping(StepUp.class),
                new NoHostData(),
                new NoUserSettings(),
                new NoProfileSettings(),
                stopping(SettingAdministration.class),
                stopping(SecondFactorLogin.class),
                stopping(SecondFactors.class),
                stopping(FactorAdministration.class),
                () -> stopping(PasskeyLogin.class),
                () -> stopping(OwnPasskeys.class),
                () -> SocialFakes.on(stopping(SocialLogin.class)),
                () -> stopping(SocialAdministration.class),
                SocialFakes::noEvents,
                () -> stopping(ApiKeys.class),
                stopping(Activity.class),
                stopping(Impersonation.class),
                features,
                text -> {
                    throw new Stop();
                },
                text -> {
                    throw new Stop();
                },
                purpose -> stopping(PurposeCodes.class));
    }

    private void run(Route route) {
        try {
            route.handler()
                    .handle(new Exchange(
                            stopping(HttpServletRequest.class),
                            this,
                            "0",
                            new AnswerTexts(Locale.ENGLISH).texts(null),
                            settings));
        } catch (InvalidInputException e) {
            if (fields.isEmpty()) {
                e.problems().stream().map(FieldProblem::field).forEach(parameters::add);
            }
        } catch (Stop | RefusalException e) {
            return; // it has read all that it reads
        }
    }

    @Override
    public Caller caller(Sessions sessions) {
        signedIn = true;
        return Samples.CALLER;
    }

    @Override
    public RequestFields fields(int maxBytes) {
        return new RequestFields(body instanceof Recording ? body : new Recording("", fields), settings.naming());
    }

    @Override
    public Query query() {
        return new Query(null);
    }

    @Override
    public @Nullable String header(String name) {
        headers.add(name);
        return null;
    }

    static <T> T stopping(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                RecordedInput.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    throw new Stop();
                }));
    }

    private static final class Stop extends RuntimeException {}

    /** Notes each member that is asked for; the object {@code device} is there and records as well. */
    private static final class Recording extends JsonObject {

        private final String prefix;
        private final Set<String> fields;

        Recording(String prefix, Set<String> fields) {
            this.prefix = prefix;
            this.fields = fields;
        }

        @Override
        public @Nullable Object value(String name) {
            fields.add(prefix + name);
            return name.equals("device") && prefix.isEmpty() ? new Recording("device.", fields) : super.value(name);
        }
    }
}
