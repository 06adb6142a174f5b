package dev.lockstile.auth.spring.internal.settings;

import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.account.SignUpSettings;
import dev.lockstile.auth.otp.CodeSettings;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.SessionSettings;
import dev.lockstile.auth.token.SessionSettings.Limits;
import dev.lockstile.auth.token.TokenSettings;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Makes the settings of the library from the properties of the application. */
public final class SettingsFactory {

    private final Problems problems = new Problems();
    private final AllProperties properties;
    private final ApplicationFacts application;

    public SettingsFactory(AllProperties properties, ApplicationFacts application) {
        this.properties = properties;
        this.application = application;
    }

    /**
     * The settings.
     *
     * @param passwords rules for passwords, with the formats and the source of breached passwords that are beans
     * @throws AuthSetupException naming every property that is missing or refused
     */
    public AuthSettings settings(PasswordSettings passwords) {
        URI base = baseUrl();
        String service = service();
        TokenSettings tokens = problems.of("lockstile.tokens", () -> tokens(service, base));
        SessionSettings sessions = problems.of("lockstile.sessions", this::sessions);
        CodeSettings codes = problems.of("lockstile.codes", this::codes);
        LinkSettings links = problems.of("lockstile.links", () -> links(base));
        ThrottleSettings throttles = properties.limits().enabled()
                ? ThrottleSettings.owasp()
                : ThrottleSettings.owasp().turnEverythingOff();
        if (tokens == null || sessions == null || codes == null || links == null || !problems.isEmpty()) {
            throw problems.exception();
        }
        AuthSettings settings = problems.of(
                "lockstile",
                () -> new AuthSettings(
                        service,
                        properties.service().locale(),
                        tokens,
                        sessions,
                        codes,
                        passwords,
                        links,
                        signUp(),
                        throttles));
        if (settings == null) {
            throw problems.exception();
        }
        return settings;
    }

    /**
     * The rules for passwords.
     *
     * @throws AuthSetupException when a property is refused
     */
    public PasswordSettings passwords() {
        PasswordProperties wanted = properties.passwords();
        PasswordSettings made = problems.of("lockstile.passwords", () -> {
            PasswordSettings preset = switch (wanted.policy()) {
                case OWASP -> PasswordSettings.owasp();
                case NIST_AAL1 -> PasswordSettings.nistAal1();
                case NIST_AAL2 -> PasswordSettings.nistAal2();
            };
            int min = wanted.minLength() == null ? preset.length().min() : wanted.minLength();
            int max = wanted.maxLength() == null ? preset.length().max() : wanted.maxLength();
            return preset.withLength(min, max)
                    .withServiceWords(wanted.serviceWords().toArray(String[]::new));
        });
        if (made == null) {
            throw problems.exception();
        }
        return made;
    }

    private String service() {
        String named = properties.service().service();
        return named == null ? application.name() : named;
    }

    private URI baseUrl() {
        URI named = properties.service().baseUrl();
        if (named != null) {
            String problem = BaseUrl.problem(named);
            if (problem == null) {
                return named;
            }
            problems.add("base-url-unusable: lockstile.base-url " + problem + ": " + named);
        } else if (!application.development()) {
            problems.add(
                    "base-url-missing: links in messages need the address at which browsers reach the application");
        }
        return URI.create("http://localhost:" + application.port());
    }

    private TokenSettings tokens(String service, URI base) {
        TokenProperties wanted = properties.tokens();
        String audience = wanted.audience() == null ? service : wanted.audience();
        return new TokenSettings(
                wanted.issuer() == null ? base.toString() : wanted.issuer(),
                audience,
                wanted.accessTtl(),
                wanted.skew(),
                wanted.clientId() == null ? audience : wanted.clientId());
    }

    private SessionSettings sessions() {
        SessionProperties wanted = properties.sessions();
        return new SessionSettings(
                new Limits(wanted.webIdle(), wanted.webAbsolute()),
                new Limits(wanted.mobileIdle(), wanted.mobileAbsolute()),
                wanted.reauthWindow(),
                wanted.maxPerUser(),
                new SessionSettings.Rules(
                        wanted.singleMobile(),
                        wanted.checkEvery(),
                        wanted.refreshGrace(),
                        false,
                        wanted.refreshRetry()));
    }

    private CodeSettings codes() {
        CodeProperties wanted = properties.codes();
        return new CodeSettings(
                wanted.smsDigits(),
                wanted.emailDigits(),
                wanted.smsTtl(),
                wanted.emailTtl(),
                wanted.maxAttempts(),
                wanted.cooldown(),
                wanted.unboundAttempts());
    }

    private LinkSettings links(URI base) {
        LinkProperties wanted = properties.links();
        String login = wanted.loginPage();
        LinkSettings links = new LinkSettings(
                page(base, wanted.confirmPage(), "/confirm"),
                page(base, wanted.resetPage(), "/reset"),
                wanted.confirmTtl(),
                wanted.resetTtl());
        return login == null ? links : links.allowLogin(page(base, login, login));
    }

    /** @param named null takes the page of that name below the path of the pages */
    private URI page(URI base, @Nullable String named, String otherwise) {
        String pages = properties.pages().path();
        String page = named != null ? named : pages == null ? otherwise : pages + otherwise;
        boolean path = page.startsWith("/");
        return URI.create(path ? base.toString().replaceAll("/+$", "") + page : page);
    }

    private SignUpSettings signUp() {
        SignUpProperties wanted = properties.signUp();
        return new SignUpSettings(
                wanted.phoneOnly(),
                wanted.byCode(),
                wanted.exposeUserExistence(),
                wanted.defaultRole(),
                wanted.namesInInvitations());
    }
}
