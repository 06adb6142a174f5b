package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.throttle.HumanCheck;
import dev.lockstile.auth.throttle.HumanCheck.Verdict;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.ClientEvidence;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A check for people: asked before anything is counted or sent, and not of devices that are known. */
abstract class HumanCheckContract extends ThrottledContract {

    private static final ClientEvidence ROBOT = ClientEvidence.NONE;
    private static final ClientEvidence PERSON = new ClientEvidence(null, "right");

    private final List<HumanCheck.Attempt> asked = new ArrayList<>();
    private Auth node;

    /** For those who extend it. */
    protected HumanCheckContract() {}

    @BeforeEach
    final void ask() {
        node = asking(ThrottleSettings.owasp(), attempt -> {
            asked.add(attempt);
            return "right".equals(attempt.proof()) ? Verdict.passed() : Verdict.wanted("puzzle-7");
        });
    }

    private Auth asking(ThrottleSettings throttles, HumanCheck check) {
        return fixture.nodeAsking(FlowFixture.settings().withThrottles(throttles), check);
    }

    @Test
    void a_robot_is_refused_everywhere_and_nothing_is_counted_or_sent() {
        fixture.member(ANA);
        int letters = fixture.deliver().postbox.all().size();
        for (int i = 0; i < 50; i++) {
            for (String name : List.of(ANA, "nobody@acme.example")) {
                assertThat(login(name, ROBOT)).isEqualTo(Outcome.humanCheck("puzzle-7"));
                assertThat(code(name, ROBOT)).isEqualTo(Outcome.humanCheck("puzzle-7"));
                assertThat(reset(name, ROBOT)).isEqualTo(Outcome.humanCheck("puzzle-7"));
                assertThat(register(name, ROBOT)).isEqualTo(Outcome.humanCheck("puzzle-7"));
            }
        }
        assertThat(fixture.deliver().postbox.all()).hasSize(letters);
        assertThat(asked)
                .extracting(HumanCheck.Attempt::operation)
                .contains(Operation.SIGN_IN, Operation.CODE_REQUEST, Operation.RESET_REQUEST, Operation.REGISTRATION);
        assertThat(login(ANA, PERSON)).as("nothing was counted").isInstanceOf(Outcome.Done.class);
        assertThat(code(ANA, PERSON)).isInstanceOf(Outcome.Done.class);
        assertThat(reset(ANA, PERSON)).isInstanceOf(Outcome.Done.class);
        assertThat(register("new@acme.example", PERSON)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.deliver().postbox.all()).hasSize(letters + 3);
    }

    @Test
    void a_trusted_device_and_a_session_are_not_asked() {
        fixture.member(ANA);
        SignIn in = login(ANA, PERSON).orElseThrow();
        ClientEvidence device = new ClientEvidence(in.trustedDevice());
        asked.clear();
        assertThat(login(ANA, device)).isInstanceOf(Outcome.Done.class);
        assertThat(code(ANA, device)).isInstanceOf(Outcome.Done.class);
        assertThat(reset(ANA, device)).isInstanceOf(Outcome.Done.class);
        assertThat(node.stepUp().requestCode(fixture.caller(in), null, HOME)).isInstanceOf(Outcome.Done.class);
        assertThat(asked).isEmpty();
        assertThat(login("nobody@acme.example", device))
                .as("the device of one account is a stranger to others")
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Refusal.HUMAN_CHECK_REQUIRED));
    }

    @Test
    void the_check_is_told_of_an_alarm() {
        Auth watched =
                asking(ThrottleSettings.owasp().with(RateLimit.LOGIN_FAILURE_ALARM, Rate.perHour(3)), attempt -> {
                    asked.add(attempt);
                    return attempt.alarmed() ? Verdict.wanted("now") : Verdict.passed();
                });
        for (int i = 0; i < 4; i++) {
            assertThat(refusal(watched.login().signIn(wrong("user" + i + "@acme.example", place(i)))))
                    .isEqualTo(Refusal.INVALID_CREDENTIALS);
        }
        assertThat(refusal(watched.login().signIn(wrong(ANA, place(9))))).isEqualTo(Refusal.HUMAN_CHECK_REQUIRED);
    }

    @Test
    void a_check_that_fails_lets_nobody_through_unlooked_at() {
        Auth lame = asking(ThrottleSettings.owasp(), attempt -> {
            throw new IllegalStateException("no answer");
        });
        fixture.member(ANA);
        assertThatThrownBy(() -> lame.login().signIn(wrong(ANA, HOME))).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    @SuppressWarnings("NullAway") // a host that is compiled without the check of nulls
    void a_check_that_says_nothing_lets_nobody_through() {
        Auth lame = asking(ThrottleSettings.owasp(), attempt -> null);
        fixture.member(ANA);
        assertThatThrownBy(() -> lame.login().signIn(wrong(ANA, HOME))).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void a_check_may_ask_only_while_an_alarm_lasts() {
        Captcha captcha = new Captcha();
        // region: humancheck
        HumanCheck check = attempt -> attempt.alarmed() && !captcha.accepts(attempt.proof())
                ? Verdict.wanted(captcha.siteKey())
                : Verdict.passed();
        // end: humancheck
        Auth watched = asking(ThrottleSettings.owasp().with(RateLimit.LOGIN_FAILURE_ALARM, Rate.perHour(3)), check);
        fixture.member(ANA);
        for (int i = 0; i < 4; i++) {
            watched.login().signIn(wrong("user" + i + "@acme.example", place(i)));
        }
        Outcome<SignIn> refused = watched.login().signIn(wrong(ANA, HOME));
        assertThat(refused).isEqualTo(Outcome.humanCheck(captcha.siteKey()));
        ClientInfo person = ClientInfo.web(HOME).showing(PERSON);
        assertThat(watched.login().signIn(new PasswordLogin.Request(ANA, Secret.of(FlowFixture.PASSWORD), person)))
                .isInstanceOf(Outcome.Done.class);
    }

    /** Stands for a provider. */
    private static final class Captcha {

        boolean accepts(@Nullable String proof) {
            return "right".equals(proof);
        }

        String siteKey() {
            return "site-key";
        }
    }

    private static PasswordLogin.Request wrong(String name, String address) {
        return new PasswordLogin.Request(name, Secret.of(WRONG), ClientInfo.web(address));
    }

    private static @Nullable Refusal refusal(Outcome<SignIn> result) {
        return result instanceof Outcome.Refused<SignIn> refused ? refused.why() : null;
    }

    private Outcome<SignIn> login(String name, ClientEvidence evidence) {
        ClientInfo client = ClientInfo.web(HOME).showing(evidence);
        return node.login().signIn(new PasswordLogin.Request(name, Secret.of(FlowFixture.PASSWORD), client));
    }

    private Outcome<CodeLogin.Sent> code(String name, ClientEvidence evidence) {
        return node.codes()
                .request(new CodeLogin.Request(CodeIdentifier.email(name), Channel.EMAIL, HOME, null, evidence));
    }

    private Outcome<Boolean> reset(String name, ClientEvidence evidence) {
        return node.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, name, HOME, null, evidence));
    }

    private Outcome<Registration.Accepted> register(String name, ClientEvidence evidence) {
        return node.registrations()
                .register(new Registration(
                        new Registration.Identifiers(name, null, null),
                        Secret.of(FlowFixture.PASSWORD),
                        Person.UNKNOWN,
                        true,
                        new Registration.RegistrationClient(null, HOME, evidence)));
    }
}
