package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.testkit.http.AuthReply;
import dev.lockstile.examples.quickstart.SignInWay.Sessions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Every way to a token, for every state of a user's second factor (requirements GA1 to GA3, TB1 to TB3): which
 * session it gives, or that it is held. What is held left no session, token, cookie or device behind, and the factor
 * then opens a session of two factors.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SignInMatrixContract {

    /**
     * A session by its {@code acr} and {@code amr}, or {@code held} for the factors of that state, {@code enrol}, a
     * refusal by status and code, or {@code n/a} where that state cannot be: a factor is not there before an
     * address is proven (EN2), and a source system knows no passkeys of this site and no trusted browsers.
     */
    private static final String TABLE = """
                               | none         | pending      | totp              | passkey               | codes             | required   | trusted    | expired           | others
            password           | aal1 pwd     | aal1 pwd     | held              | held                  | held              | enrol      | aal1 pwd   | held              | held
            email_code         | aal1 otp     | aal1 otp     | held              | held                  | held              | enrol      | aal1 otp   | held              | held
            sms_code           | aal1 sms     | aal1 sms     | held              | held                  | held              | enrol      | aal1 sms   | held              | held
            link               | aal1 otp     | aal1 otp     | held              | held                  | held              | enrol      | aal1 otp   | held              | held
            link_code          | aal1 otp     | aal1 otp     | held              | held                  | held              | enrol      | aal1 otp   | held              | held
            id_token           | aal1 corp    | aal1 corp    | held              | held                  | held              | enrol      | aal1 corp  | held              | held
            authorization_code | aal1 corp    | aal1 corp    | held              | held                  | held              | enrol      | aal1 corp  | held              | held
            redirect           | aal1 corp    | aal1 corp    | held              | held                  | held              | enrol      | aal1 corp  | held              | held
            passkey            | 401 invalid_credentials | 401 invalid_credentials | 401 invalid_credentials | aal2 mfa pop user | 401 invalid_credentials | 401 invalid_credentials | 401 invalid_credentials | 401 invalid_credentials | 401 invalid_credentials
            migration          | aal1 pwd     | aal1 pwd     | held              | n/a                   | held              | enrol      | n/a        | n/a               | held
            migration_by_code  | aal1 otp     | aal1 otp     | held              | n/a                   | held              | enrol      | n/a        | n/a               | held
            old_token          | aal1         | aal1         | 401 invalid_token | 401 invalid_token     | 401 invalid_token | 401 invalid_token | 401 invalid_token | 401 invalid_token | 401 invalid_token
            admin_made         | aal1 pwd     | aal1 pwd     | held              | held                  | held              | enrol      | aal1 pwd   | held              | held
            refresh_of_before  | aal1 pwd     | aal1 pwd     | 401 invalid_token | 401 invalid_token     | 401 invalid_token | aal1 pwd   | 401 invalid_token | 401 invalid_token | 401 invalid_token
            refresh            | aal1 pwd     | aal1 pwd     | aal2 mfa otp pwd  | aal2 mfa pop pwd user | aal2 mfa otp pwd  | aal1 pwd   | aal1 pwd   | aal2 mfa otp pwd  | aal2 mfa otp pwd
            switch_of_before   | aal1 pwd     | aal1 pwd     | 401 invalid_token | 401 invalid_token     | 401 invalid_token | aal1 pwd   | 401 invalid_token | 401 invalid_token | 401 invalid_token
            switch             | aal1 pwd     | aal1 pwd     | aal2 mfa otp pwd  | aal2 mfa pop pwd user | aal2 mfa otp pwd  | aal1 pwd   | aal1 pwd   | aal2 mfa otp pwd  | aal2 mfa otp pwd
            step_up_by_password| aal1 pwd     | aal1 pwd     | 403 second_factor_required | 403 second_factor_required | 403 second_factor_required | aal1 pwd | 403 second_factor_required | 403 second_factor_required | 403 second_factor_required
            step_up_by_code    | aal1 pwd     | aal1 pwd     | 403 second_factor_required | 403 second_factor_required | 403 second_factor_required | aal1 pwd   | 403 second_factor_required | 403 second_factor_required | 403 second_factor_required
            step_up_by_totp    | 401 invalid_second_factor | 401 invalid_second_factor | aal2 mfa otp pwd | 401 invalid_second_factor | 401 invalid_second_factor | 401 invalid_second_factor | aal2 mfa otp pwd | aal2 mfa otp pwd | aal2 mfa otp pwd
            reset              | 200          | 200          | 200               | 200                   | 200               | 200        | 200        | 200               | 200
            password_after_reset | aal1 pwd   | aal1 pwd     | held              | held                  | held              | enrol      | held       | held              | held
            confirmation       | 200          | n/a          | n/a               | n/a                   | n/a               | 200        | n/a        | n/a               | n/a
            confirmation_by_code | 200        | n/a          | n/a               | n/a                   | n/a               | 200        | n/a        | n/a               | n/a
            """;

    /** Endpoints for clients without a token that give none. */
    private static final Set<String> TOKENLESS = Set.of(
            "POST /register/",
            "POST /registration/account-confirmation-email/resend/",
            "POST /otp/request/",
            "POST /login/link/request/",
            "POST /login/passkey/options/",
            "POST /login/second-factor/passkey/",
            "POST /login/second-factor/totp/",
            "POST /login/social/nonce/",
            "POST /login/social/precheck/",
            "POST /login/social/start/",
            "GET /login/social/callback/{id}/",
            "POST /login/social/callback/{id}/",
            "POST /password-reset/request/",
            "POST /admin/create-superuser/",
            "POST /admin/create-staff/",
            "GET /.well-known/jwks.json/");

    /** What every held sign-in of this table goes on with. */
    private static final String SECOND_STEP = "POST /login/second-factor/";

    /** What a sign-in goes on with whose password is to be replaced; its factors were shown before. */
    private static final String NEW_PASSWORD = "POST /login/new-password/";

    /** No sign-in: staff who have shown their own factor act as the account in a session of their own. */
    private static final String IMPERSONATION = "POST /admin/users/{id}/impersonate/";

    private static final Map<String, Map<FactorState, String>> ROWS = read();

    private SignInHost host;

    /** An empty database. */
    abstract Map<String, String> database(Path folder);

    /** The transports that are tried there in every build: each way in each state on both databases, by one of them. */
    abstract Set<SignInTransport> usual();

    @BeforeAll
    void open(@TempDir Path folder) {
        host = SignInHost.open(folder, database(folder));
    }

    @AfterAll
    void close() {
        host.close();
    }

    Stream<Arguments> everyWay() {
        Set<SignInTransport> transports =
                Boolean.getBoolean("lockstile.proof") ? EnumSet.allOf(SignInTransport.class) : usual();
        return transports.stream()
                .flatMap(transport -> Stream.of(SignInWay.values()).map(way -> Arguments.of(transport, way)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyWay")
    void ga1_every_way_to_a_token_asks_for_the_factor(SignInTransport transport, SignInWay way) {
        Map<FactorState, String> expected = new LinkedHashMap<>(row(way));
        if (transport == SignInTransport.MOBILE) {
            expected.put(FactorState.TRUSTED, row(way).get(FactorState.EXPIRED)); // TB3
        }
        Map<FactorState, String> actual = new LinkedHashMap<>();
        expected.forEach((state, cell) ->
                actual.put(state, cell.equals("n/a") ? cell : new Cell(way, state, transport).answer()));
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void ga1_every_endpoint_that_gives_tokens_is_in_the_table() {
        Set<String> giving = new TreeSet<>();
        Set<String> open = new TreeSet<>();
        host.document()
                .path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    String name = method.toUpperCase(Locale.ROOT) + " " + path;
                    if (givesTokens(operation)) {
                        giving.add(name);
                    }
                    if (!operation.has("security")) {
                        open.add(name);
                    }
                }));
        Set<String> ways =
                Stream.of(SignInWay.values()).map(SignInWay::operation).collect(Collectors.toSet());
        ways.add(SECOND_STEP);
        ways.add(NEW_PASSWORD);
        ways.add(IMPERSONATION);
        assertThat(giving).hasSizeGreaterThan(8).isSubsetOf(ways);
        Set<String> known = new TreeSet<>(ways);
        known.addAll(TOKENLESS);
        assertThat(known)
                .as("endpoints without a token that nobody has looked at")
                .containsAll(open);
    }

    @Test
    void ga1_the_first_superuser_gets_no_token_and_is_asked_for_the_factor() {
        try (SignInHost other = host.another(database(host.folder().resolve("bootstrap")))) {
            other.required.add(SignInHost.ROOT);
            Map<String, Long> before = other.rows();
            AuthReply made = other.bootstrap();
            assertThat(made.status()).isEqualTo(201);
            assertThat(SignInTokens.areIn(made)).isFalse();
            AuthReply in = other.client()
                    .post("login/basic/", "login", SignInHost.ROOT, "password", SignInHost.PASSWORD, "client", "web");
            assertThat(in.status()).isEqualTo(403);
            assertThat(in.json().path("enrolment_required").asBoolean()).isTrue();
            assertThat(SignInTokens.areIn(in)).isFalse();
            assertThat(other.rows()).isEqualTo(before);
        }
    }

    private static boolean givesTokens(JsonNode operation) {
        JsonNode answers = operation.path("responses");
        return Stream.of("accessToken", "access", "refreshToken", "refresh", "csrf_token")
                .anyMatch(name -> answers.findValue(name) != null);
    }

    private static Map<FactorState, String> row(SignInWay way) {
        return ROWS.get(way.name().toLowerCase(Locale.ROOT));
    }

    private static Map<String, Map<FactorState, String>> read() {
        Map<String, Map<FactorState, String>> rows = new LinkedHashMap<>();
        TABLE.lines().skip(1).forEach(line -> {
            List<String> cells =
                    Arrays.stream(line.split("\\|")).map(String::strip).toList();
            Map<FactorState, String> row = new LinkedHashMap<>();
            for (FactorState state : FactorState.values()) {
                row.put(state, cells.get(1 + state.ordinal()));
            }
            rows.put(cells.get(0), row);
        });
        return rows;
    }

    /** One way, tried in one state. */
    private final class Cell {

        private final SignInWay way;
        private final FactorState state;
        private final SignInPerson person;

        Cell(SignInWay way, FactorState state, SignInTransport transport) {
            this.way = way;
            this.state = state;
            this.person = way.person(host, transport);
        }

        String answer() {
            Sessions sessions = sessions();
            Map<String, Long> before = host.rows();
            AuthReply reply = way.by(person, sessions);
            if (SignInTokens.areIn(reply)) {
                return SignInTokens.of(reply).context();
            }
            assertThat(host.rows()).as("%s %s left rows behind", way, state).isEqualTo(before);
            if (reply.field("challenge_id").isEmpty()) {
                return (reply.status() + " " + reply.code()).strip();
            }
            assertThat(reply.status()).isEqualTo(403);
            assertThat(SignInTokens.markDevice(reply)).isFalse();
            return held(reply, before);
        }

        private Sessions sessions() {
            if (!way.needsSession()) {
                state.of(person);
                return Sessions.NONE;
            }
            SignInTokens before = person.signIn();
            String profile =
                    host.client().bearing(before.access()).get("profiles/").field("0", "id");
            state.of(person);
            boolean same = state == FactorState.NONE || state == FactorState.PENDING || state == FactorState.REQUIRED;
            return new Sessions(before, same ? before : person.signIn(), profile);
        }

        /** Goes on with the factor, and names what was asked for where it is not as the state has it. */
        private String held(AuthReply reply, Map<String, Long> before) {
            boolean enrols = reply.json().path("enrolment_required").asBoolean();
            AuthReply in = enrols ? person.enrol(reply) : person.finish(reply);
            assertThat(SignInTokens.of(in).context()).as("%s %s", way, state).isEqualTo(withFactor());
            assertThat(host.rows().get("auth_session")).isEqualTo(before.get("auth_session") + 1);
            List<String> factors = new ArrayList<>();
            reply.json().path("factors").forEach(factor -> factors.add(factor.asString()));
            return enrols
                    ? "enrol" + (factors.isEmpty() ? "" : factors)
                    : "held" + (factors.equals(offered()) ? "" : factors);
        }

        private List<String> offered() {
            return List.of(state == FactorState.PASSKEY ? "passkey" : "totp", "recovery_code");
        }

        /** The session of the first column with the second factor added. */
        private String withFactor() {
            Set<String> methods = new TreeSet<>(List.of("mfa"));
            methods.addAll(state == FactorState.PASSKEY ? List.of("pop", "user") : List.of("otp"));
            List<String> first = List.of(row(way).get(FactorState.NONE).split(" "));
            boolean federated = first.contains("corp");
            methods.addAll(federated ? List.of() : first.subList(1, first.size()));
            return "aal2 " + (federated ? "corp " : "") + String.join(" ", methods);
        }
    }
}
