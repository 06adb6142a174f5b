package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.model.AbstractAuthChallenge;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.testkit.contract.StoreUnderTest;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many statements the flows may cost, for a user with a dozen profiles: no query is added unseen. */
public abstract class StatementBudgetContract extends FlowContract {

    private static final int BUDGET = 6;

    private SignIn ana;

    /** For those who extend it. */
    protected StatementBudgetContract() {}

    /**
     * {@return how many statements went to the database while the work ran}
     *
     * @param work calls one flow
     */
    protected abstract int statementsDuring(Runnable work);

    /** {@return a store without any rows; called before every test} */
    protected abstract StoreUnderTest open();

    @BeforeEach
    final void signIn() {
        openHouse(open());
        fixture.member("ana@acme.example");
        ana = fixture.signedIn("ana@acme.example");
        for (int i = 0; i < 11; i++) {
            addProfile(ana.user().id());
        }
    }

    @Test
    void a_password_login_stays_within_its_budget() {
        assertThat(statementsDuring(() -> assertThat(fixture.login("ana@acme.example", FlowFixture.PASSWORD))
                        .isInstanceOf(Outcome.Done.class)))
                .isBetween(1, BUDGET);
    }

    @Test
    void a_login_that_upgrades_an_old_hash_stays_within_its_budget() {
        fixture.people.imported("old@acme.example", "md5$s$" + Md5.of("sletmein-81"), true);
        fixture.login("old@acme.example", "wrong-word-1");
        assertThat(statementsDuring(() -> assertThat(fixture.login("old@acme.example", "letmein-81"))
                        .isInstanceOf(Outcome.Done.class)))
                .isBetween(1, BUDGET);
    }

    @Test
    void a_code_verification_stays_within_its_budget() {
        fixture.requestCode("ana@acme.example");
        String code = fixture.codeTo("ana@acme.example");
        assertThat(statementsDuring(() -> assertThat(fixture.enterCode(CodeIdentifier.email("ana@acme.example"), code))
                        .isInstanceOf(Outcome.Done.class)))
                .isBetween(1, BUDGET + 1); // one more to see which sessions there are
    }

    @Test
    void a_refresh_stays_within_its_budget() {
        assertThat(statementsDuring(() -> assertThat(
                                fixture.auth.sessions().refresh(ana.tokens().refresh()))
                        .isInstanceOf(Outcome.Done.class)))
                .isBetween(1, BUDGET);
    }

    @Test
    void a_retry_of_a_refresh_costs_no_more_than_a_refresh() {
        FlowFixture retried =
                rewired(settings -> settings.withSessions(settings.sessions().allowRefreshRetry()));
        SignIn held = retried.signedIn("ana@acme.example");
        int first = statementsDuring(() -> refreshes(retried, held));
        retried.clock.advance(Duration.ofSeconds(5));
        assertThat(statementsDuring(() -> refreshes(retried, held)))
                .as("the same pair again")
                .isLessThan(first);
        retried.clock.advance(Duration.ofSeconds(12));
        assertThat(statementsDuring(() -> refreshes(retried, held))).isEqualTo(first);
    }

    private static void refreshes(FlowFixture at, SignIn of) {
        assertThat(at.auth.sessions().refresh(of.tokens().refresh())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void me_stays_within_its_budget() {
        Caller caller = fixture.caller(ana);
        assertThat(statementsDuring(() -> assertThat(fixture.auth.ownAccount().me(caller))
                        .extracting(Outcome::orElseThrow)
                        .satisfies(me -> assertThat(me.profiles()).hasSize(12))))
                .isBetween(1, BUDGET);
    }

    @Test
    void days_of_grace_cost_one_statement_of_me_and_nothing_where_there_are_none() {
        assumeTrue(fixture.store.isMapped(AbstractAuthChallenge.class), "the host keeps no challenges");
        Caller caller = fixture.caller(ana);
        Auth off = fixture.nodeWith(builder -> builder);
        Auth graceful = fixture.nodeWith(builder -> builder.deletionGrace(Duration.ofDays(14)));
        int least = statementsDuring(() -> off.ownAccount().me(caller));
        assertThat(least).isEqualTo(1);
        assertThat(statementsDuring(() -> graceful.ownAccount().me(caller))).isEqualTo(least + 1);
    }

    @Test
    void a_code_request_stays_within_its_budget() {
        assertThat(statementsDuring(() -> fixture.requestCode("ana@acme.example")))
                .isBetween(1, BUDGET);
    }

    @Test
    void a_confirmation_for_nobody_costs_what_one_for_somebody_does() {
        fixture.auth.registrations().register(FlowFixture.registration("bob@acme.example", null, null));
        fixture.clock.advance(Duration.ofMinutes(2));
        int somebody = statementsDuring(() -> fixture.auth.registrations().resendConfirmation("bob@acme.example"));
        for (String email : List.of("bob@acme.example", "ana@acme.example", "nobody@acme.example")) {
            assertThat(statementsDuring(() -> fixture.auth.registrations().resendConfirmation(email)))
                    .as("two reads less where nobody is found")
                    .isBetween(somebody - 2, somebody + 1);
        }
    }

    @Test
    void a_wrong_code_of_a_confirmation_costs_the_same_whoever_has_the_address() {
        fixture = rewired(settings -> settings.withThrottles(ThrottleSettings.owasp()));
        wrongCode("first@acme.example"); // the first of all makes the rows of counters
        int free = wrongCode("bob@acme.example");
        assertThat(wrongCode("ana@acme.example")).as("taken").isEqualTo(free);
    }

    private int wrongCode(String email) {
        Registration.Accepted registered = fixture.auth
                .registrations()
                .register(FlowFixture.registration(email, null, null))
                .orElseThrow();
        String challenge = Objects.requireNonNull(registered.challengeId());
        return statementsDuring(() -> assertThat(fixture.auth
                        .registrations()
                        .confirmEmailByCode(EmailConfirmation.ByCode.of(challenge, Secret.of("00000000"))))
                .isEqualTo(Outcome.refused(Refusal.INVALID_LINK)));
    }

    @Test
    void limits_cost_a_login_four_statements_more() {
        fixture = rewired(settings -> settings.withThrottles(ThrottleSettings.owasp()));
        fixture.signedIn("ana@acme.example");
        assertThat(statementsDuring(() -> fixture.login("ana@acme.example", FlowFixture.PASSWORD)))
                .isBetween(1, BUDGET + 4);
    }

    @Test
    void a_number_costs_the_same_whoever_has_it_and_whatever_is_left() {
        fixture = rewired(settings -> settings.withSignUp(settings.signUp().allowSignUpByCode())
                .withThrottles(ThrottleSettings.owasp()
                        .with(RateLimit.SMS_PREFIX, Rate.perHour(8))
                        .turnOff(RateLimit.OTP_REQUEST_IP)));
        fixture.requestSms("+525512349999"); // the first of all makes the rows of counters
        String known = "+525512345678";
        fixture.requestSms(known);
        fixture.auth
                .codes()
                .verify(new CodeLogin.Attempt(
                        CodeIdentifier.phone(known), null, Secret.of(fixture.codeTo(known)), FlowFixture.WEB));
        fixture.clock.advance(Duration.ofMinutes(61));
        for (int i = 0; i < 6; i++) {
            fixture.requestSms("+52551234" + (1000 + i));
        }
        fixture.requestSms(known);
        fixture.clock.advance(Duration.ofMinutes(5));
        int unknown = statementsDuring(() -> fixture.requestSms("+525512341000"));
        int owner = statementsDuring(() -> fixture.requestSms(known));
        assertThat(owner)
                .as("the part of strangers is gone, that of owners is not")
                .isBetween(unknown - 4, unknown + 4);
    }

    private void addProfile(UserId user) {
        fixture.store.alone(tx -> tx.profiles()
                .insert(new NewProfile(
                        user,
                        Person.UNKNOWN,
                        new ProfileInfo.Status("USER", false, true),
                        "extra",
                        null,
                        SettingsJson.EMPTY,
                        RowTimes.fresh(fixture.clock.instant()))));
    }
}
