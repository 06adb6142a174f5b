package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.account.OwnAccount.DeletionProof;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.account.Profiles;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.throttle.HumanCheck.Verdict;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same for what is done to an account: passwords, identifiers, profiles, deletion, administration. */
@Tag("keys")
abstract class AccountEventContract extends EventCase {

    /** For those who extend it. */
    protected AccountEventContract() {}

    @Test
    void setting_a_password_anew() {
        fixture.member(ANA);
        expect("authn_password_reset_request", true, () -> reset(ANA));
        expect("authn_password_reset_request", true, () -> reset("nobody@acme.example"));
        expect("authn_password_reset_request_fail", false, () -> reset("no address"));
        LinkProof link = fixture.linkTo(ANA);
        expect(
                "authn_password_change_fail",
                false,
                () -> fixture.auth.passwords().confirmReset(NO_LINK, NEXT));
        expect(
                "authn_password_change_fail",
                false,
                () -> fixture.auth.passwords().confirmReset(link, Secret.of("short")));
        expect("authn_password_change", true, () -> fixture.auth.passwords().confirmReset(link, NEXT));
        expect(
                "authn_password_change_fail",
                false,
                () -> fixture.auth.passwords().confirmReset(link, NEXT));
    }

    @Test
    void changing_a_password() {
        fixture.member(ANA);
        Caller caller = fixture.caller(fixture.signedIn(ANA));
        Secret old = Secret.of(FlowFixture.PASSWORD);
        expect(
                "authn_password_change_fail",
                false,
                () -> fixture.auth.passwords().change(caller, NEXT, NEXT));
        expect(
                "authn_password_change_fail",
                false,
                () -> fixture.auth.passwords().change(caller, old, Secret.of("short")));
        AuthEvent told = expect(
                "authn_password_change", true, () -> fixture.auth.passwords().change(caller, old, NEXT));
        assertThat(told).isInstanceOf(AuthEvent.PasswordChanged.class);
        fixture.auth.sessions().logout(caller);
        expect(
                "authn_password_change_fail",
                false,
                () -> fixture.auth.passwords().change(caller, NEXT, old));
    }

    @Test
    void changing_the_own_account() {
        fixture.member(ANA);
        Caller caller = fixture.caller(fixture.signedIn(ANA));
        AccountChange both = AccountChange.NONE.withUsername("ana").withLanguage("pt");
        AuthEvent told =
                expect("user_updated", true, () -> fixture.auth.ownAccount().update(caller, both));
        assertThat(told.detail()).isEqualTo("username, settings");
        expect("user_updated", true, () -> fixture.auth.ownAccount().update(caller, AccountChange.NONE));
        expect(
                "user_update_fail",
                false,
                () -> fixture.auth.ownAccount().update(caller, AccountChange.NONE.withEmail("no address")));
        ChangeProof wrong = new ChangeProof("none", Secret.of("000000"));
        expect("user_update_fail", false, () -> fixture.auth.ownAccount().confirmChange(caller, wrong));
        expect(
                "user_delete_fail",
                false,
                () -> fixture.auth.ownAccount().delete(caller, new DeletionProof.Password(NEXT)));
        DeletionProof right = new DeletionProof.Password(Secret.of(FlowFixture.PASSWORD));
        AuthEvent deleted =
                expect("user_deleted", true, () -> fixture.auth.ownAccount().delete(caller, right));
        assertThat(deleted).isInstanceOf(AuthEvent.AccountStatusChanged.class);
        expect("user_delete_fail", false, () -> fixture.auth.ownAccount().delete(caller, right));
    }

    @Test
    void proving_a_new_address() {
        fixture.member(ANA);
        Caller caller = fixture.caller(fixture.signedIn(ANA));
        AccountChange requested = AccountChange.NONE.withEmail("new.ana@acme.example");
        AuthEvent told =
                expect("user_updated", true, () -> fixture.auth.ownAccount().update(caller, requested));
        assertThat(told.detail()).isEqualTo("email change asked");
        fixture.clock.advance(Duration.ofMinutes(2));
        OwnAccount.Changed again =
                fixture.auth.ownAccount().update(caller, requested).orElseThrow();
        ChangeProof proof = new ChangeProof(
                again.pending().get(0).challengeId(), Secret.of(fixture.codeTo("new.ana@acme.example")));
        AuthEvent proven =
                expect("user_updated", true, () -> fixture.auth.ownAccount().confirmChange(caller, proof));
        assertThat(proven).isInstanceOf(AuthEvent.IdentifierProven.class);
    }

    @Test
    void changing_the_own_profiles() {
        fixture.member(ANA);
        SignIn signIn = fixture.signedIn(ANA);
        Caller caller = fixture.caller(signIn);
        ProfileId only = signIn.active().id();
        AuthEvent told =
                expect("user_updated", true, () -> fixture.auth.profiles().update(caller, only, draft -> draft));
        assertThat(told.detail()).isEqualTo("profile changed");
        expect("user_updated", true, () -> fixture.auth.profiles().setPicture(caller, only, "one.png"));
        AuthEvent refused =
                expect("user_update_fail", false, () -> fixture.auth.profiles().delete(caller, only));
        assertThat(refused.detail()).isEqualTo("PROFILE_CHANGE " + Refusal.LAST_PROFILE.code());
        expect(
                "user_update_fail",
                false,
                () -> fixture.auth.profiles().makeDefault(caller, new ProfileId(987_654_321L)));
        Profiles.Draft work = new Profiles.Draft(Person.UNKNOWN, "work");
        fixture.auth.profiles().create(caller, work);
        AuthEvent deleted =
                expect("user_updated", true, () -> fixture.auth.profiles().delete(caller, only));
        assertThat(deleted.detail()).isEqualTo("profile deleted");
    }

    @Test
    void adding_an_administrator() {
        NewAdmin root = new NewAdmin("root@acme.example", Secret.of(FlowFixture.PASSWORD), NewAdmin.Rank.SUPERUSER);
        expect("authz_admin_fail", false, () -> fixture.auth.admin().bootstrapSuperuser(NEXT, root));
        Secret secret = Secret.of(FlowFixture.BOOTSTRAP);
        expect("user_created", true, () -> fixture.auth.admin().bootstrapSuperuser(secret, root));
        expect("authz_admin_fail", false, () -> fixture.auth.admin().bootstrapSuperuser(secret, root));
    }

    @Test
    void disabling_enabling_and_deleting() {
        fixture.member(ANA);
        UserId user = fixture.signedIn(ANA).user().id();
        expect("user_updated", true, () -> fixture.auth.admin().disable(user));
        expect("user_updated", true, () -> fixture.auth.admin().enable(user));
        expect("user_deleted", true, () -> fixture.auth.admin().delete(user));
        AuthEvent refused =
                expect("authz_admin_fail", false, () -> fixture.auth.admin().delete(user));
        assertThat(refused.user()).isEqualTo(user);
    }

    @Test
    void a_refusal_of_who_is_not_signed_in_says_its_reason() {
        fixture.member(ANA);
        reset(ANA);
        LinkProof reset = fixture.linkTo(ANA);
        fixture.auth.registrations().register(FlowFixture.registration("bea@acme.example", null, null));
        EmailConfirmation guess =
                EmailConfirmation.of(fixture.linkTo("bea@acme.example")).withPassword(NEXT);
        Secret secret = Secret.of(FlowFixture.BOOTSTRAP);
        NewAdmin nobody = new NewAdmin("no address", NEXT, NewAdmin.Rank.SUPERUSER);
        isRefused("invalid", () -> reset("no address"));
        isRefused("invalid_link", () -> fixture.auth.passwords().confirmReset(NO_LINK, NEXT));
        isRefused("invalid", () -> fixture.auth.passwords().confirmReset(reset, Secret.of("short")));
        isRefused("invalid", () -> register(fixture.auth, "no address"));
        isRefused("invalid", () -> fixture.auth.registrations().resendConfirmation("no address"));
        isRefused("invalid_link", () -> fixture.auth.registrations().confirmEmail(EmailConfirmation.of(NO_LINK)));
        isRefused("wrong_password", () -> fixture.auth.registrations().confirmEmail(guess));
        isRefused("forbidden", () -> fixture.auth.admin().bootstrapSuperuser(NEXT, nobody));
        isRefused("invalid", () -> fixture.auth.admin().bootstrapSuperuser(secret, nobody));
    }

    @Test
    void a_refusal_of_who_is_signed_in_says_its_reason() {
        fixture.member(ANA);
        Caller caller = fixture.caller(fixture.signedIn(ANA));
        AccountChange wrong = AccountChange.NONE.withEmail("no address");
        DeletionProof password = new DeletionProof.Password(NEXT);
        isRefused("wrong_password", () -> fixture.auth.passwords().change(caller, NEXT, NEXT));
        isRefused("invalid", () -> fixture.auth.ownAccount().update(caller, wrong));
        isRefused(
                "invalid_code",
                () -> fixture.auth.ownAccount().confirmChange(caller, new ChangeProof("none", Secret.of("000000"))));
        isRefused("wrong_password", () -> fixture.auth.ownAccount().delete(caller, password));
    }

    @Test
    void a_robot_and_a_hasty_client_are_refused_with_the_reason() {
        Auth asking = fixture.nodeAsking(FlowFixture.settings(), attempt -> Verdict.wanted("puzzle-7"));
        isRefused("human_check_required", () -> register(asking, ANA));
        isRefused(
                "human_check_required",
                () -> asking.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, ANA, null)));
        Auth counting = fixture.secondNode(settings -> settings.withThrottles(ThrottleSettings.owasp()));
        isRefused("throttled", () -> hastily(n -> register(counting, n + ANA)));
        isRefused("throttled", () -> hastily(n -> counting.registrations().resendConfirmation(n + ANA)));
        isRefused(
                "throttled", () -> hastily(n -> counting.registrations().confirmEmail(EmailConfirmation.of(NO_LINK))));
        isRefused(
                "throttled",
                () -> hastily(
                        n -> counting.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, n + ANA, null))));
    }

    private static void hastily(IntConsumer request) {
        for (int i = 0; i < 200; i++) {
            request.accept(i);
        }
    }

    private static Object register(Auth node, String email) {
        return node.registrations().register(FlowFixture.registration(email, null, null));
    }

    /** So the last refusal is told. */
    private void isRefused(String reason, Runnable operation) {
        fixture.events.clear();
        operation.run();
        assertThat(fixture.events)
                .filteredOn(AuthEvent.Refused.class::isInstance)
                .last()
                .isInstanceOfSatisfying(
                        AuthEvent.Refused.class,
                        told -> assertThat(told.reason()).isEqualTo(reason));
    }

    private Object reset(String email) {
        return fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, email, null));
    }
}
