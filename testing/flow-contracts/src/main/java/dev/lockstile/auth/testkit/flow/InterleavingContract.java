package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.factor.FactorAdministration.Reset;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialAdministration.Owner;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ProfileStore.Owned;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Sign-ins and step-ups by two requests of which the second runs whole between two writes of the first. */
abstract class InterleavingContract extends InterleavedContract {

    private static final UnaryOperator<AuthBuilder> ADMINISTERED = builder -> builder.roles(
            Role.named("desk").may(AdminPermission.FACTORS_RESET, AdminPermission.LINKS_MANAGE),
            Role.named("payer").may("orders:pay"));

    /** For those who extend it. */
    protected InterleavingContract() {}

    @Test
    void a_code_signs_in_once() {
        for (int moment = 1; moment <= MOMENTS; moment++) {
            String address = address(moment);
            fixture.member(address);
            fixture.requestCode(address);
            String code = fixture.codeTo(address);
            once(moment, () -> enters(address, code));
        }
    }

    @Test
    void a_code_signs_nobody_in_who_was_disabled_meanwhile() {
        for (int moment = 1; moment <= MOMENTS; moment++) {
            String address = address(moment);
            SignIn held = member(moment);
            fixture.requestCode(address);
            String code = fixture.codeTo(address);
            store.before(moment, () -> fixture.auth.admin().disable(held.user().id()));
            boolean in = enters(address, code);
            boolean disabled = !store.isWaiting();
            store.goOn();
            assertThat(disabled && in && live(held) > 0).as("moment " + moment).isFalse();
        }
    }

    @Test
    void a_code_that_comes_too_late_proves_nothing_and_is_not_used() {
        Identifier email = fixture.people.imported(address(1), "md5$s$" + Md5.of("s" + FlowFixture.PASSWORD), false);
        UserId owner = owner(email).info().id();
        fixture.requestCode(address(1));
        String code = fixture.codeTo(address(1));
        store.beforeHold(tx -> tx.users().setActive(owner, false, fixture.clock.instant()));

        assertThat(enters(address(1), code)).isFalse();
        assertThat(owner(email).info().identifiers().email().isVerified()).isFalse();
        assertThat(owner(email).passwordHash()).isNotNull();
        fixture.auth.admin().enable(owner);
        assertThat(enters(address(1), code)).isTrue();
    }

    @Test
    void a_password_set_while_a_code_waited_for_the_row_stays() {
        Identifier email = fixture.people.imported(address(1), "md5$s$" + Md5.of("s" + FlowFixture.PASSWORD), false);
        UserId owner = owner(email).info().id();
        fixture.requestCode(address(1));
        String code = fixture.codeTo(address(1));
        store.beforeHold(tx -> tx.users().claim(owner, email, fixture.clock.instant()));

        assertThat(enters(address(1), code)).isTrue();
        assertThat(owner(email).passwordHash())
                .as("set by whoever has proven it")
                .isNotNull();
    }

    @Test
    void a_role_given_meanwhile_counts_before_factors_and_links_of_an_account_are_changed() {
        Auth node = SocialSteps.wired(fixture, ADMINISTERED).auth();
        node.admin().createFirstSuperuser(new NewAdmin("root@acme.example", password(), NewAdmin.Rank.SUPERUSER));
        Caller root = fixture.caller(fixture.signedIn("root@acme.example"));
        NewAdmin staff = new NewAdmin("desk@acme.example", password(), NewAdmin.Rank.STAFF);
        UserId id =
                node.admin().createAdministratorAs(root, staff).orElseThrow().id();
        node.admin().setRole(id, "desk");
        Caller desk = fixture.caller(fixture.signedIn("desk@acme.example"));
        SignIn ana = member(1);
        UserId user = ana.user().id();
        Consumer<AuthTx> promoted =
                tx -> tx.profiles().assignRole(new Owned(user, ana.active().id()), "payer", fixture.clock.instant());

        store.beforeHold(promoted);
        assertThat(node.factorAdministration().resetAs(desk, user, "ticket 7")).isEqualTo(Reset.FORBIDDEN);
        node.admin().setRole(user, "USER");
        store.beforeHold(promoted);
        assertThat(node.factorAdministration().cancelAs(desk, address(1), "ticket 7"))
                .isEqualTo(Reset.FORBIDDEN);
        node.admin().setRole(user, "USER");
        store.beforeHold(promoted);
        assertThat(node.socialAdministration().unlinkAs(desk, Owner.of(user), "1", "ticket 7"))
                .isEqualTo(Outcome.refused(Refusal.FORBIDDEN));
    }

    private StoredUser owner(Identifier email) {
        return fixture.store
                .read(tx -> tx.users().byKey(email.kind(), email.key()))
                .orElseThrow();
    }

    @Test
    void five_wrong_attempts_meanwhile_leave_none() {
        for (int moment = 1; moment <= 2; moment++) {
            String address = address(moment);
            fixture.member(address);
            fixture.requestCode(address);
            String code = fixture.codeTo(address);
            store.before(moment, () -> {
                for (int i = 0; i < 5; i++) {
                    assertThat(enters(address, FlowFixture.not(code))).isFalse();
                }
            });
            boolean early = enters(address, code);
            store.goOn();
            assertThat(early).as("the attempt was counted first").isEqualTo(moment > 1);
        }
    }

    @Test
    void a_code_of_a_step_up_proves_once() {
        for (int moment = 1; moment <= MOMENTS; moment++) {
            Caller caller = fixture.caller(member(moment));
            String challenge = challenge(caller);
            Secret code = Secret.of(fixture.codeTo(address(moment)));
            once(moment, () -> is(Outcome.Done.class, fixture.auth.stepUp().byCode(caller, challenge, code)));
        }
    }

    @Test
    void a_session_that_ended_meanwhile_proves_nothing() {
        for (int moment = 1; moment <= MOMENTS; moment++) {
            Caller byCode = fixture.caller(member(moment));
            Caller byPassword = fixture.caller(fixture.signedIn(address(moment)));
            String challenge = challenge(byCode);
            Secret code = Secret.of(fixture.codeTo(address(moment)));
            ended(
                    moment,
                    byCode,
                    () -> is(Outcome.Done.class, fixture.auth.stepUp().byCode(byCode, challenge, code)));
            ended(
                    moment,
                    byPassword,
                    () -> is(Outcome.Done.class, fixture.auth.stepUp().byPassword(byPassword, password())));
        }
    }

    @Test
    void a_password_signs_nobody_in_whose_password_was_reset_meanwhile() {
        SignIn held = member(1);
        store.before(
                1,
                () -> fixture.store.alone(
                        tx -> tx.users().resetPassword(held.user().id(), null, fixture.clock.instant())));
        assertThat(fixture.login(address(1), FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
        assertThat(store.isWaiting()).isFalse();
    }

    private String challenge(Caller caller) {
        return fixture.auth
                .stepUp()
                .requestCode(caller, null, null)
                .orElseThrow()
                .challengeId();
    }

    private boolean enters(String address, String code) {
        return is(Outcome.Done.class, fixture.enterCode(CodeIdentifier.email(address), code));
    }

    private int live(SignIn held) {
        return fixture.store.read(tx ->
                tx.sessions().live(held.user().id(), fixture.clock.instant()).size());
    }
}
