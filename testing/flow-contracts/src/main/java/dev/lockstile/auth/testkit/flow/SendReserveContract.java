package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientEvidence;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Strangers silence neither the messages to proven owners nor those to their devices and sessions. */
abstract class SendReserveContract extends ThrottledContract {

    private static final String PHONE = "+525512345678";

    /** For those who extend it. */
    protected SendReserveContract() {}

    @Test
    void twenty_look_alike_numbers_do_not_silence_the_owner_of_the_next() {
        signUpByCode(throttles -> throttles);
        owner(ANA, PHONE);
        for (int i = 0; i < 40; i++) {
            request(CodeIdentifier.phone("+52551234" + (1000 + i)), place(i));
        }
        int before = texts(PHONE);
        assertThat(request(CodeIdentifier.phone(PHONE), place(90))).isInstanceOf(Outcome.Done.class);
        assertThat(texts(PHONE)).isEqualTo(before + 1);
        assertThat(told(AuthEvent.LimitReached.class)).isEqualTo(1);
    }

    @Test
    void five_hundred_numbers_do_not_end_the_day_for_owners() {
        signUpByCode(throttles -> throttles.with(RateLimit.SMS_SPEND, Rate.perDay(40)));
        SignIn ana = owner(ANA, PHONE);
        for (int i = 0; i < 60; i++) {
            request(CodeIdentifier.phone("+5255" + (2000 + i) + "5678"), place(i));
        }
        int before = texts(PHONE);
        request(CodeIdentifier.phone(PHONE), place(90));
        assertThat(texts(PHONE)).isEqualTo(before + 1);
        assertThat(fixture.auth.stepUp().requestCode(fixture.caller(ana), Channel.SMS, HOME))
                .isInstanceOf(Outcome.Done.class);
        assertThat(texts(PHONE)).isEqualTo(before + 2);
        assertThat(fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.PHONE, PHONE, place(91))))
                .isNotNull();
        assertThat(texts(PHONE)).isEqualTo(before + 3);
    }

    @Test
    void whoever_knows_the_numbers_of_owners_leaves_a_quarter_for_their_devices() {
        limit(throttles ->
                throttles.with(RateLimit.SMS_PREFIX, Rate.perHour(16)).with(RateLimit.SMS_SPEND, Rate.perDay(1000)));
        SignIn ana = owner(ANA, PHONE);
        Caller caller = fixture.caller(ana);
        for (int i = 0; i < 8; i++) {
            pass(Duration.ofMinutes(61));
            owner("owner" + i + "@acme.example", "+52551234" + (1000 + i));
        }
        pass(Duration.ofMinutes(61));
        for (int i = 0; i < 8; i++) {
            for (int again = 0; again < 2; again++) {
                request(CodeIdentifier.phone("+52551234" + (1000 + i)), place(2 * i + again));
                pass(Duration.ofSeconds(121));
            }
        }
        int before = texts(PHONE);
        request(CodeIdentifier.phone(PHONE), place(90));
        assertThat(texts(PHONE)).as("three quarters are gone").isEqualTo(before);
        pass(Duration.ofSeconds(61));
        request(CodeIdentifier.phone(PHONE), place(91), ana.trustedDevice());
        assertThat(texts(PHONE)).isEqualTo(before + 1);
        assertThat(fixture.auth.stepUp().requestCode(caller, Channel.SMS, HOME)).isInstanceOf(Outcome.Done.class);
        assertThat(texts(PHONE)).isEqualTo(before + 2);
    }

    @Test
    void all_together_stay_within_the_limit() {
        limit(throttles -> throttles.with(RateLimit.SMS_SPEND, Rate.perDay(4)));
        SignIn ana = owner(ANA, PHONE);
        Caller caller = fixture.caller(ana);
        for (int i = 0; i < 6; i++) {
            fixture.auth.stepUp().requestCode(caller, Channel.SMS, HOME);
            fixture.deliver();
            pass(Duration.ofMinutes(11));
        }
        assertThat(texts(PHONE)).as("a quarter is no device's").isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            request(CodeIdentifier.phone(PHONE), place(i));
            fixture.deliver();
            pass(Duration.ofMinutes(11));
        }
        assertThat(texts(PHONE)).isEqualTo(4);
        assertThat(fixture.events.stream()
                        .filter(AuthEvent.LimitReached.class::isInstance)
                        .map(event -> ((AuthEvent.LimitReached) event).limit()))
                .containsExactly("SMS_SPEND_DEVICES", "SMS_SPEND");
    }

    @Test
    void people_with_accounts_of_their_own_leave_a_quarter_for_owners_without_a_device() {
        limit(throttles -> throttles.with(RateLimit.EMAIL_SPEND, Rate.perHour(40)));
        fixture.member(ANA);
        List<Caller> eves = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            fixture.member("eve" + i + "@acme.example");
            eves.add(fixture.caller(
                    FlowFixture.signIn(login("eve" + i + "@acme.example", FlowFixture.PASSWORD, place(1)))));
        }
        for (int round = 0; round < 15; round++) {
            for (int i = 0; i < 6; i++) {
                fixture.auth.stepUp().requestCode(eves.get(i), Channel.EMAIL, place(i));
                fixture.auth
                        .registrations()
                        .register(FlowFixture.registration("eve" + round + i + "@b.example", null, null));
            }
            fixture.deliver();
            pass(Duration.ofSeconds(121));
        }
        assertThat(fixture.deliver().postbox.all()).as("three quarters").hasSize(30);
        int anas = fixture.postbox.to(ANA).size();
        request(ANAS_ADDRESS, HOME);
        fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, ANA, HOME));
        assertThat(fixture.deliver().postbox.to(ANA)).hasSize(anas + 2);
    }

    @Test
    void many_devices_of_many_accounts_on_one_network_have_no_more_sent_than_the_network_may() {
        List<SignIn> eves = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            fixture.member("eve" + i + "@acme.example");
            for (int device = 0; device < 3; device++) {
                eves.add(FlowFixture.signIn(login("eve" + i + "@acme.example", FlowFixture.PASSWORD, place(i))));
            }
        }
        int before = fixture.deliver().postbox.all().size();
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < eves.size(); i++) {
                CodeIdentifier own = CodeIdentifier.email("eve" + i / 3 + "@acme.example");
                request(own, HOME, eves.get(i).trustedDevice());
            }
            fixture.deliver();
            pass(Duration.ofSeconds(61));
        }
        assertThat(fixture.deliver().postbox.all()).as("twenty and twenty").hasSize(before + 40);
    }

    @Test
    void many_devices_of_one_account_have_no_more_sent_than_twice_its_rate() {
        limit(throttles -> throttles.turnOff(RateLimit.OTP_REQUEST_IP));
        fixture.member(ANA);
        List<Secret> devices = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            devices.add(device(ANA, place(i)));
        }
        int before = fixture.deliver().postbox.to(ANA).size();
        for (int i = 0; i < 27; i++) {
            request(ANAS_ADDRESS, place(i), devices.get(i % 9));
            fixture.deliver();
            pass(Duration.ofSeconds(61));
        }
        assertThat(fixture.deliver().postbox.to(ANA)).as("five and ten").hasSize(before + 15);
    }

    @Test
    void second_registrations_count_in_the_e_mails_of_the_hour() {
        limit(throttles -> throttles.with(RateLimit.EMAIL_SPEND, Rate.perHour(4)));
        for (int i = 0; i < 5; i++) {
            register("new@acme.example", "another-word-931" + i);
        }
        assertThat(fixture.deliver().postbox.to("new@acme.example")).hasSize(2);
        pass(Duration.ofMinutes(61));
        register("new@acme.example", "another-word-9320");
        register("new@acme.example", "another-word-9321");
        assertThat(fixture.deliver().postbox.to("new@acme.example")).hasSize(4);
    }

    private void register(String email, String password) {
        fixture.auth
                .registrations()
                .register(new Registration(
                        new Registration.Identifiers(email, null, null),
                        Secret.of(password),
                        Person.UNKNOWN,
                        true,
                        new Registration.RegistrationClient(null, HOME, ClientEvidence.NONE)));
    }

    @Test
    void e_mail_has_a_limit_as_a_whole_of_which_half_is_kept_for_owners() {
        limit(throttles -> throttles.with(RateLimit.EMAIL_SPEND, Rate.perHour(12)));
        fixture.member(ANA);
        pass(Duration.ofHours(1));
        int before = fixture.deliver().postbox.all().size();
        for (int i = 0; i < 15; i++) {
            assertThat(fixture.auth
                            .registrations()
                            .register(FlowFixture.registration("user" + i + "@acme.example", null, null)))
                    .isInstanceOf(Outcome.Done.class);
        }
        assertThat(fixture.deliver().postbox.all()).hasSize(before + 6);
        assertThat(told(AuthEvent.LimitReached.class)).isEqualTo(1);
        request(ANAS_ADDRESS, place(1));
        assertThat(fixture.deliver().postbox.all()).hasSize(before + 7);
        fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, ANA, place(2)));
        assertThat(fixture.deliver().postbox.all()).hasSize(before + 8);
        pass(Duration.ofHours(1));
        fixture.auth.registrations().register(FlowFixture.registration("later@acme.example", null, null));
        assertThat(fixture.deliver().postbox.to("later@acme.example")).hasSize(1);
    }

    @Test
    void a_confirmation_that_is_asked_for_again_counts_and_one_for_nobody_does_not() {
        limit(throttles -> throttles
                .with(RateLimit.EMAIL_SPEND, Rate.perHour(4))
                .turnOff(RateLimit.EMAIL_CONFIRMATION_RESEND_IDENTITY));
        fixture.auth.registrations().register(FlowFixture.registration("new@acme.example", null, null));
        for (int i = 0; i < 10; i++) {
            fixture.auth.registrations().resendConfirmation("nobody" + i + "@acme.example", place(i));
        }
        for (int i = 0; i < 5; i++) {
            pass(Duration.ofMinutes(2));
            fixture.auth.registrations().resendConfirmation("new@acme.example", place(20 + i));
        }
        assertThat(fixture.deliver().postbox.to("new@acme.example")).hasSize(2);
    }

    private SignIn owner(String email, String phone) {
        fixture.member(email);
        SignIn in = FlowFixture.signIn(login(email, FlowFixture.PASSWORD, HOME));
        Caller caller = fixture.caller(in);
        Outcome<OwnAccount.Changed> asked =
                fixture.auth.ownAccount().update(caller, AccountChange.NONE.withPhone(phone));
        String challenge = asked.orElseThrow().pending().get(0).challengeId();
        ChangeProof proof = new ChangeProof(challenge, Secret.of(fixture.codeTo(phone)));
        assertThat(fixture.auth.ownAccount().confirmChange(caller, proof)).isInstanceOf(Outcome.Done.class);
        return in;
    }

    private int texts(String number) {
        return fixture.deliver().postbox.to(number).size();
    }

    private void signUpByCode(UnaryOperator<ThrottleSettings> change) {
        set(settings -> settings.withSignUp(settings.signUp().allowSignUpByCode())
                .withThrottles(change.apply(ThrottleSettings.owasp())));
    }
}
