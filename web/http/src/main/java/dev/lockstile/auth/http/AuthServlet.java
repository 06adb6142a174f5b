package dev.lockstile.auth.http;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.http.internal.endpoint.Endpoints;
import dev.lockstile.auth.http.internal.endpoint.Services;
import dev.lockstile.auth.http.internal.fastapi.FastApiEndpoints;
import dev.lockstile.auth.http.internal.openapi.BodyMembers;
import dev.lockstile.auth.http.internal.openapi.HostSchema;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.AnswerWriter;
import dev.lockstile.auth.http.internal.web.ClientRequest;
import dev.lockstile.auth.http.internal.web.Dispatcher;
import dev.lockstile.auth.http.settings.EndpointGroup;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.http.settings.RequestId;
import dev.lockstile.auth.http.settings.SignUpOffer;
import dev.lockstile.auth.social.SocialLogin;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the HTTP endpoints. A host maps it to a path of its choice, such as {@code /auth/*}:
 *
 * <pre>{@code
 * context.addServlet(new ServletHolder(new AuthServlet(auth, HttpSettings.defaults())), "/auth/*");
 * }</pre>
 *
 * <p>It is stateless, so that many threads and nodes can serve. Cookies are set only where the host
 * {@linkplain HttpSettings#allowCookies() allows} them, allows trusted browsers or offers sign-in by link. A body has
 * at most 64 KiB of JSON in UTF-8 (with a picture, 2 MiB of picture). Every answer forbids caching (ASVS 14.2.2) and
 * content sniffing (ASVS 3.4.4). Every error has one of the codes that {@link OpenApi} lists, without internal details
 * (ASVS 16.5.1). Scripts of other origins cannot read answers, unless the host
 * {@linkplain HttpSettings#allowOrigins allows} their origin.
 */
public final class AuthServlet extends HttpServlet {

    private static final Logger LOG = LoggerFactory.getLogger(AuthServlet.class);

    private static final long serialVersionUID = 1L;

    private final transient Dispatcher dispatcher;
    private final transient AnswerWriter writer;
    private final transient @Nullable Auth auth;
    private final transient boolean signUp;
    private final transient boolean fastApi;
    private final transient HttpSettings settings;

    /**
     * Creates a servlet for the endpoints that the settings do not leave out.
     *
     * @param auth the services the endpoints call
     * @param settings the settings of the endpoints
     * @throws AuthSetupException when sign-up is left out, but codes or other sites open accounts
     */
    public AuthServlet(Auth auth, HttpSettings settings) {
        this(auth, Services.of(auth), settings);
        check(auth, settings);
    }

    AuthServlet(Services services, HttpSettings settings) {
        this(null, services, settings);
    }

    private AuthServlet(@Nullable Auth auth, Services services, HttpSettings settings) {
        this.auth = auth;
        this.settings = settings;
        this.signUp = settings.offersSignUp();
        this.fastApi = settings.extra().fastApiUsers();
        dispatcher = new Dispatcher(
                auth != null && fastApi
                        ? FastApiEndpoints.routes(auth, settings)
                        : Endpoints.routes(services, settings),
                settings,
                BodyMembers.of(
                        settings,
                        HostSchema.of(
                                services.hostData().fields(), services.userSettings(), services.profileSettings())));
        writer = new AnswerWriter(settings);
    }

    private static void check(Auth auth, HttpSettings settings) {
        boolean byCode = auth.settings().signUp().byCode() && !settings.isWithout(EndpointGroup.CODES);
        if (byCode && settings.isWithout(EndpointGroup.SIGN_UP)) {
            throw new AuthSetupException(List.of("sign-up-by-code: the endpoints are without SIGN_UP, but a code opens"
                    + " accounts: leave allowSignUpByCode() out, or keep SIGN_UP"));
        }
        boolean bySite =
                auth.features().contains(SocialLogin.FEATURE) && auth.social().opensAccounts();
        if (bySite && settings.isWithout(EndpointGroup.SIGN_UP)) {
            throw new AuthSetupException(
                    List.of("sign-up-by-social: the endpoints are without SIGN_UP, but a sign-in with"
                            + " another site opens accounts: leave SocialSettings.allowSignUp() out, or keep SIGN_UP"));
        }
        for (String purpose : settings.extra().purposes()) {
            if (auth.codes(purpose).settings().handedBack()) {
                throw new AuthSetupException(
                        List.of(
                                "purpose-handed-back: codes of " + purpose + " are handed to the host,"
                                        + " and no answer brings one to a client: leave it out of offerPurposes(...), or have it sent"));
            }
        }
        if (auth.settings().signInMethods().passwords() && settings.isWithout(EndpointGroup.PASSWORDS)) {
            LOG.warn(
                    "the endpoints are without PASSWORDS, but a password counts as a sign-in method when the last other one"
                            + " is removed: set AuthSettings.withSignInMethods(SignInMethods.standard().withoutPasswords())");
        }
    }

    /**
     * Checks that the endpoints and the pages of the same web application agree on registration.
     *
     * @throws AuthSetupException when the pages offer registration and these endpoints do not, or the reverse
     */
    @Override
    public void init() {
        if (auth != null) {
            SignUpOffer.declare(getServletContext(), auth, "endpoints", signUp);
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpServletRequest read = new ClientRequest(request);
        HttpServletRequest sent = fastApi ? FastApiEndpoints.placed(read) : read;
        RequestId id = RequestId.open(sent, response, settings);
        try {
            Answer answer = dispatcher.answer(sent);
            writer.send(answer, sent, response);
        } finally {
            id.close();
        }
    }

    @Override
    public String getServletInfo() {
        return "Lockstile";
    }
}
