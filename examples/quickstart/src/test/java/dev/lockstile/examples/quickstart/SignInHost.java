package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.cutover.migration.JdbcDirectory;
import dev.lockstile.auth.cutover.migration.JustInTimeMigration;
import dev.lockstile.auth.cutover.session.LegacySessionBridge;
import dev.lockstile.auth.cutover.session.SimpleJwt;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.http.OpenApi;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.imports.preset.DjangoPreset;
import dev.lockstile.auth.imports.support.LegacyTokenMaker;
import dev.lockstile.auth.imports.support.SmallDjango;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.passkey.Passkeys;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.social.oidc.OAuthClient;
import dev.lockstile.auth.social.oidc.SocialProviders;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.SettableClock;
import dev.lockstile.auth.testkit.http.AuthClient;
import dev.lockstile.auth.testkit.http.AuthReply;
import dev.lockstile.auth.testkit.http.AuthServer;
import dev.lockstile.auth.testkit.http.MockOpenIdProvider;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.hibernate.Session;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * This application's tables and endpoints with every way to sign in turned on: passkeys, another site, a source system
 * whose people come one by one and whose tokens are honoured. Its clock is the test's.
 */
final class SignInHost implements AutoCloseable {

    static final String PASSWORD = "plum-harbour-4417";
    static final String ORIGIN = "http://localhost:8080";
    static final String CLIENT = "quickstart";
    static final String REDIRECT = ORIGIN + "/auth/login/social/callback/corp/";
    static final Duration TRUST = Duration.ofHours(2);

    static final String ROOT = "root@example.com";

    private static final String START = "2026-03-01T12:00:00Z";
    private static final String BOOTSTRAP = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    private static final Secret FACTOR_KEY = Secret.of("a2V5IG9mIHRoaXJ0eS10d28gYnl0ZXMsIGZvciB0ZXM=");
    private static final String TOKEN_KEY = "rig-secret-key-not-for-production-0123456789abcdef";
    private static final HttpSettings HTTP =
            HttpSettings.defaults().withSnakeCase().allowCookies();

    final SmallDjango old = SmallDjango.onH2();
    final MockOpenIdProvider corp = MockOpenIdProvider.start().client(CLIENT, "a-secret-of-the-client");
    final Set<String> required = ConcurrentHashMap.newKeySet();
    /** What listeners heard. */
    final Queue<String> events = new ConcurrentLinkedQueue<>();

    final AuthServer server;
    private final SettableClock clock = SettableClock.at(START);
    private final LegacyTokenMaker oldTokens = new LegacyTokenMaker(TOKEN_KEY, clock);
    private final Database database;
    private final Path folder;
    private final Choices choices;
    private int people;
    private boolean administered;

    private SignInHost(Path folder, QuickstartSettings settings, Choices choices) {
        this.folder = folder;
        this.choices = choices;
        corp.clock(clock);
        database = Database.open(settings);
        server = AuthServer.of(() -> kit(settings), HTTP).start();
    }

    static SignInHost open(Path folder, Map<String, String> database) {
        return open(folder, database, new Choices(true, Duration.ZERO));
    }

    /**
     * What one host does otherwise.
     *
     * @param believing whether the addresses of the source system count as proven
     * @param resetWait how long an administrator's reset of factors waits
     */
    private record Choices(boolean believing, Duration resetWait) {}

    private static SignInHost open(Path folder, Map<String, String> database, Choices choices) {
        Map<String, String> environment = new HashMap<>(database);
        environment.put("QUICKSTART_DATA", folder.resolve("data").toString());
        environment.putIfAbsent("QUICKSTART_LIMITS", "off");
        return new SignInHost(folder, QuickstartSettings.from(environment), choices);
    }

    /** The same on an empty database. */
    SignInHost another(Map<String, String> database) {
        return open(folder.resolve("another"), database);
    }

    /** One with all limits on. */
    SignInHost limited(Map<String, String> database) {
        Map<String, String> environment = new HashMap<>(database);
        environment.put("QUICKSTART_LIMITS", "on");
        return open(folder.resolve("limited"), environment);
    }

    /** One where an administrator's reset of factors waits. */
    SignInHost waiting(Map<String, String> database, Duration wait) {
        return open(folder.resolve("waiting"), database, new Choices(true, wait));
    }

    /** One for which no address of the source system is proven. */
    SignInHost believingNobody(Map<String, String> database) {
        return open(folder.resolve("wary"), database, new Choices(false, Duration.ZERO));
    }

    Path folder() {
        return folder;
    }

    private AuthTestKit kit(QuickstartSettings settings) {
        AuthKeys keys = AuthKeys.generate();
        Passwords passwords = Passwords.of(PasswordSettings.owasp());
        PersonImport comers = new PersonImport(
                new ImportTarget(database.store(), IdentifierRules.standard(), passwords.formats(), clock)
                        .withFactors(keys.factorSealing(FACTOR_KEY)),
                DjangoPreset.standard(),
                choices.believing() ? ImportOptions.defaults().withEmailsTrusted() : ImportOptions.defaults());
        return AuthTestKit.of(wiring(settings, comers, passwords), keys);
    }

    private AuthBuilder wiring(QuickstartSettings settings, PersonImport comers, Passwords passwords) {
        return Auth.builder(database.store())
                .settings(AuthTestKit.quick(Application.settings(settings, 8080)))
                .secondFactors(SecondFactorSettings.optional()
                        .withKeys(FACTOR_KEY)
                        .allowTrustedBrowsers(TRUST)
                        .withAdministratorWait(choices.resetWait())
                        .requiredOf((user, profiles) -> required.contains(String.valueOf(user.email()))))
                .passkeys(Passkeys.relyingParty("localhost", "Quickstart", ORIGIN))
                .social(SocialSettings.of(SocialProviders.openId("corp", corp.issuer(), corpClient()))
                        .returningTo(ORIGIN))
                .legacy(new JustInTimeMigration(
                        comers,
                        JdbcDirectory.of(old.database(), "old", Duration.ofMinutes(1)),
                        passwords.hasher(),
                        clock))
                .legacyTokens(LegacySessionBridge.allowRevokedTokens(
                        SimpleJwt.signedWith(Secret.of(TOKEN_KEY)),
                        comers,
                        Instant.parse(START).plus(Duration.ofDays(300))))
                .audit(event -> events.add(event.toString()))
                .allowBootstrap(Secret.of(BOOTSTRAP));
    }

    private OAuthClient corpClient() {
        return OAuthClient.of(CLIENT)
                .redirectUris(REDIRECT)
                .secret(Secret.of("a-secret-of-the-client"))
                .emailAuthoritative()
                .allowInsecureLoopback()
                .clock(clock);
    }

    AuthClient client() {
        return server.client();
    }

    SettableClock clock() {
        return server.kit().clock();
    }

    void pass(Duration time) {
        clock.advance(time);
        clock().advance(time);
    }

    /** Who is new here has this number. */
    int next() {
        return ++people;
    }

    /** A refresh token of the source system for the user of that number. */
    String oldToken(long user) {
        return oldTokens.signed(oldTokens.refreshClaims(user));
    }

    /** Makes the first superuser. */
    AuthReply bootstrap() {
        administered = true;
        return client().with("X-Admin-Bootstrap-Token", BOOTSTRAP)
                .post("admin/create-superuser/", "email", ROOT, "password", PASSWORD);
    }

    /** A superuser who signed in just now. */
    SignInTokens superuser() {
        if (!administered) {
            assertThat(bootstrap().status()).isEqualTo(201);
        }
        return SignInTokens.of(client().post("login/basic/", "login", ROOT, "password", PASSWORD, "client", "web"));
    }

    /** By a superuser who signed in just now. */
    AuthReply resetFactors(String login) {
        return client().bearing(superuser().access())
                .post("admin/factors/reset/", "login", login, "reason", "ticket 4711");
    }

    JsonNode document() {
        return JsonMapper.shared().readTree(OpenApi.document(server.kit().auth(), HTTP, "/auth"));
    }

    UserId user(SignInPerson person) {
        String id = inTransaction(em -> String.valueOf(em.createNativeQuery("select id from auth_user where email = ?1")
                .setParameter(1, person.email)
                .getSingleResult()));
        return server.kit().auth().userId(id).orElseThrow();
    }

    /** What may only come to be with a session. */
    Map<String, Long> rows() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String table : new String[] {"auth_session", "auth_device", "auth_trusted_browser"}) {
            counts.put(
                    table,
                    inTransaction(em -> ((Number) em.createNativeQuery("select count(*) from " + table)
                                    .getSingleResult())
                            .longValue()));
        }
        return counts;
    }

    /** Makes an application one of those that cannot be verified here, as an import leaves it behind. */
    void lock(String email) {
        int changed =
                inTransaction(em -> em.createNativeQuery("update auth_totp set secret_sealed = 'locked' where user_id ="
                                + " (select id from auth_user where email = ?1)")
                        .setParameter(1, email)
                        .executeUpdate());
        assertThat(changed).isOne();
    }

    /** Every row of every table, as text. */
    String dump() {
        return inTransaction(em -> em.unwrap(Session.class).doReturningWork(DatabaseText::of));
    }

    private <R> R inTransaction(Function<EntityManager, R> work) {
        return database.entities().callInTransaction(work);
    }

    @Override
    public void close() {
        server.close();
        corp.close();
        old.close();
        database.close();
    }
}
