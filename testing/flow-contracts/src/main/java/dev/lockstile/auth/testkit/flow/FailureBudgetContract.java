package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How many failed attempts in a row an account allows (NIST SP 800-63B-4 3.2.2), and that strangers lock no owner out.
 */
abstract class FailureBudgetContract extends ThrottledContract {

    private static final Outcome<SignIn> INVALID = Outcome.refused(Refusal.INVALID_CREDENTIALS);
    private static final String NEW_PASSWORD = "copper-lantern-2208";

    /** For those who extend it. */
    protected FailureBudgetContract() {}

    @Test
    void wrong_passwords_at_once_over_three_spellings_and_two_nodes_are_at_most_twenty() {
        limit(throttles -> throttles.turnOff(RateLimit.LOGIN_IDENTITY));
        fixture.member(ANA, "ana");
        List<Auth> nodes = List.of(fixture.auth, fixture.auth);
        List<String> spellings = List.of(ANA, "ANA@Acme.Example", "Ana");
        int in = ParallelRun.winners(
                60,
                n -> login(nodes.get(n % 2), spellings.get(n % 3), WRONG, place(n)) instanceof Outcome.Done<SignIn>);
        assertThat(in).isZero();
        assertThat(failuresLookedAt()).isBetween(5L, 20L);
        assertThat(login(ANA, FlowFixture.PASSWORD, place(99)))
                .as("in the pause a right password is answered like a wrong one")
                .isEqualTo(INVALID);
    }

    @Test
    void after_five_failures_each_one_closes_the_account_for_longer() {
        limit(throttles -> throttles.turnOff(RateLimit.LOGIN_IDENTITY));
        fixture.member(ANA);
        fail(5);
        assertThat(login(ANA, FlowFixture.PASSWORD, place(50))).isEqualTo(INVALID);
        pass(Duration.ofSeconds(1));
        assertThat(login(ANA, WRONG, place(51))).isEqualTo(INVALID);
        pass(Duration.ofSeconds(1));
        assertThat(login(ANA, FlowFixture.PASSWORD, place(52)))
                .as("two seconds by now")
                .isEqualTo(INVALID);
        pass(Duration.ofSeconds(1));
        assertThat(login(ANA, FlowFixture.PASSWORD, place(53))).isInstanceOf(Outcome.Done.class);
        fail(4);
        assertThat(login(ANA, FlowFixture.PASSWORD, place(54)))
                .as("a right password has set the count back")
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_linked_device_is_known_on_any_network_and_another_ones_is_not() {
        fixture.member(ANA);
        assertThat(byPhone("phone-of-ana", HOME)).isInstanceOf(Outcome.Done.class);
        fail(30);
        for (String stranger : List.of("another-phone", " ")) {
            assertThat(byPhone(stranger, place(60))).as(stranger).isInstanceOf(Outcome.Refused.class);
        }
        assertThat(byPhone("phone-of-ana", place(61))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void after_a_reset_a_linked_device_is_known_once_somebody_signs_in_on_it_again() {
        fixture.member(ANA);
        byPhone("phone-of-an-intruder", HOME);
        reset();
        byPhone("phone-of-ana", NEW_PASSWORD, place(62));
        fail(30);
        assertThat(byPhone("phone-of-an-intruder", NEW_PASSWORD, place(60)))
                .as("in a pause a right password is answered like a wrong one")
                .isEqualTo(INVALID);
        assertThat(byPhone("phone-of-ana", NEW_PASSWORD, place(61))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_linked_device_without_a_sign_in_of_late_is_not_known() {
        fixture.member(ANA);
        UserId ana = FlowFixture.signIn(byPhone("phone-of-ana", HOME)).user().id();
        DeviceInfo brought = new DeviceInfo("ios", "phone", "imported-phone", null);
        fixture.store.alone(tx -> tx.devices().link(ana, brought, fixture.clock.instant()));
        fail(30);
        assertThat(byPhone("imported-phone", place(60))).isEqualTo(INVALID);
        assertThat(byPhone("phone-of-ana", place(61))).isInstanceOf(Outcome.Done.class);
        pass(Duration.ofDays(31));
        fail(30);
        assertThat(byPhone("phone-of-ana", place(62))).isEqualTo(INVALID);
    }

    private Outcome<SignIn> byPhone(String token, String address) {
        return byPhone(token, FlowFixture.PASSWORD, address);
    }

    private Outcome<SignIn> byPhone(String token, String password, String address) {
        DeviceInfo device = new DeviceInfo("ios", "phone", token, null);
        ClientInfo app = new ClientInfo(ClientKind.MOBILE, device, address, null);
        return fixture.auth.login().signIn(new PasswordLogin.Request(ANA, Secret.of(password), app));
    }

    private void reset() {
        fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, ANA, place(1)));
        assertThat(fixture.auth.passwords().confirmReset(fixture.linkTo(ANA), Secret.of(NEW_PASSWORD)))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_name_that_nobody_has_is_paused_alike() {
        fixture.member(ANA);
        for (String name : List.of(ANA, "nobody@acme.example")) {
            fixture.events.clear();
            for (int i = 0; i < 9; i++) {
                assertThat(login(name, WRONG, place(i))).isEqualTo(INVALID);
            }
            assertThat(failuresLookedAt()).isEqualTo(5);
            assertThat(told(AuthEvent.SignInPaused.class)).isEqualTo(1);
        }
    }

    @Test
    void a_stranger_cannot_lock_the_owner_out_of_a_known_place() {
        fixture.member(ANA);
        assertThat(login(ANA, FlowFixture.PASSWORD, HOME)).isInstanceOf(Outcome.Done.class);
        fail(30);
        assertThat(login(ANA, FlowFixture.PASSWORD, place(60))).isInstanceOf(Outcome.Refused.class);
        assertThat(login(ANA, FlowFixture.PASSWORD, HOME)).isInstanceOf(Outcome.Done.class);
        assertThat(login(ANA, FlowFixture.PASSWORD, place(60)))
                .as("the owner's success opens the account again")
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_known_place_and_all_devices_together_have_a_budget_too() {
        fixture.member(ANA);
        List<Secret> devices = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            devices.add(device(ANA, HOME));
        }
        for (int i = 0; i < 200; i++) {
            login(ANA, WRONG, HOME);
            pass(Duration.ofMinutes(61));
        }
        assertThat(failuresLookedAt()).as("by the network alone").isBetween(70L, 80L);
        for (int i = 0; i < 100; i++) {
            login(ANA, WRONG, HOME, devices.get(i % 4));
            pass(Duration.ofMinutes(61));
        }
        assertThat(failuresLookedAt()).as("never over a hundred in a row").isBetween(90L, 100L);
    }

    @Test
    void a_reset_opens_a_paused_account() {
        fixture.member(ANA);
        fail(12);
        reset();
        pass(Duration.ofMinutes(2));
        assertThat(login(ANA, NEW_PASSWORD, place(70))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void one_password_against_many_accounts_closes_the_address_and_raises_one_alarm() {
        limit(throttles -> throttles
                .with(RateLimit.LOGIN_FAILURE_IP, Rate.perHour(10))
                .with(RateLimit.LOGIN_FAILURE_ALARM, Rate.perHour(15)));
        for (int i = 0; i < 11; i++) {
            assertThat(login("user" + i + "@acme.example", WRONG, place(1))).isEqualTo(INVALID);
        }
        assertThat(login("user12@acme.example", WRONG, place(1)))
                .isEqualTo(Outcome.refused(
                        Refusal.THROTTLED, fixture.clock.instant().plus(Duration.ofHours(1))));
        for (int i = 0; i < 20; i++) {
            assertThat(login("user" + i + "@acme.example", WRONG, place(1 + i))).isNotNull();
        }
        assertThat(told(AuthEvent.LimitReached.class)).isEqualTo(1);
    }

    @Test
    void while_the_alarm_lasts_networks_have_a_quarter_and_devices_of_owners_go_on() {
        limit(throttles -> throttles
                .turnOff(RateLimit.LOGIN_IDENTITY)
                .with(RateLimit.LOGIN_IP, Rate.perHour(8))
                .with(RateLimit.LOGIN_FAILURE_ALARM, Rate.perHour(15)));
        fixture.member(ANA);
        Secret device = device(ANA, HOME);
        for (int i = 0; i < 16; i++) {
            assertThat(login("user" + i + "@acme.example", WRONG, place(i))).isEqualTo(INVALID);
        }
        for (int i = 0; i < 2; i++) {
            assertThat(login("other" + i + "@acme.example", WRONG, place(90))).isEqualTo(INVALID);
        }
        assertThat(login(ANA, FlowFixture.PASSWORD, place(90)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Refusal.THROTTLED));
        assertThat(login(ANA, FlowFixture.PASSWORD, place(90), device)).isInstanceOf(Outcome.Done.class);
        pass(Duration.ofHours(1));
        for (int i = 0; i < 8; i++) {
            assertThat(login("other" + i + "@acme.example", WRONG, place(90)))
                    .as("the alarm is over")
                    .isEqualTo(INVALID);
        }
    }

    @Test
    void failures_from_many_lines_of_one_network_close_the_network() {
        limit(throttles -> throttles.with(RateLimit.LOGIN_FAILURE_IP, Rate.perHour(2)));
        fixture.member(ANA);
        int looked = 0;
        for (int i = 0; i < 60; i++) {
            String line = "2001:db8:1:" + Integer.toHexString(256 * (i % 20) + i) + "::1";
            looked += login("user" + i + "@acme.example", WRONG, line).equals(INVALID) ? 1 : 0;
        }
        assertThat(looked).as("sixteen times two, and the one that told").isEqualTo(33);
        assertThat(login(ANA, FlowFixture.PASSWORD, "2001:db8:1:ffff::1")).isInstanceOf(Outcome.Refused.class);
        assertThat(login(ANA, FlowFixture.PASSWORD, "2001:db8:2::1")).isInstanceOf(Outcome.Done.class);
        pass(Duration.ofHours(1));
        assertThat(login(ANA, FlowFixture.PASSWORD, "2001:db8:1:ffff::1")).isInstanceOf(Outcome.Done.class);
    }

    /** So many wrong passwords, each from a place of its own, none of them so fast that only the name is throttled. */
    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            if (i % 9 == 8) {
                pass(Duration.ofSeconds(61));
            }
            assertThat(login(ANA, WRONG, place(100 + i))).isInstanceOf(Outcome.Refused.class);
        }
    }
}
