package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.ProofResult;
import dev.lockstile.auth.account.RegisterResult;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.account.ResendResult;
import dev.lockstile.auth.account.ResetRequest;
import dev.lockstile.auth.login.LoginResult;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeIdentifier;
import dev.lockstile.auth.otp.CodeLoginResult;
import dev.lockstile.auth.otp.CodeRequestResult;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Registration and the proof of an address. */
public abstract class RegistrationContract extends FlowContract {

    @Test
    void a_person_registers_confirms_and_signs_in() {
        Secret secret = house.register(TestHouse.registration("Ana@Acme.Example", null, "ana"));
        assertThat(house.login("ana@acme.example", TestHouse.PASSWORD)).isInstanceOf(LoginResult.Refused.class);
        assertThat(house.auth.accounts().confirmEmail(house.confirmation("Ana@acme.example", secret)))
                .isEqualTo(new ProofResult.Proven());
        SignIn signIn = house.signedIn("ANA@acme.example");
        assertThat(signIn.user().email()).isEqualTo("Ana@acme.example");
        assertThat(signIn.user().handles().email().verifiedAt()).isEqualTo(house.clock.instant());
        assertThat(signIn.active().standing().isDefault()).isTrue();
        assertThat(signIn.active().standing().role()).isEqualTo("USER");
        assertThat(signIn.active().person().displayName()).isEqualTo("Ana Ruiz");
        assertThat(signIn.user().standing().staff()).isFalse();
        assertThat(house.signedIn("Ana").user().id()).isEqualTo(signIn.user().id());
    }

    @Test
    void a_taken_address_gets_the_same_answer_and_its_owner_a_notice() {
        house.member("ana@acme.example");
        int before = house.postbox.all().size();
        assertThat(house.auth.accounts().register(TestHouse.registration("ANA@ACME.example", null, null)))
                .isInstanceOf(RegisterResult.Accepted.class);
        house.auth.accounts().register(TestHouse.registration("ana@acme.example", null, null));
        house.deliver();
        assertThat(house.postbox.all()).hasSize(before + 1);
        assertThat(house.postbox.lastTo("ana@acme.example").hasLink()).isFalse();
        assertThat(house.signedIn("ana@acme.example").user().email()).isEqualTo("ana@acme.example");
    }

    @Test
    void of_two_who_register_one_address_only_its_owner_gets_in() {
        house.auth.accounts().register(TestHouse.registration("ana@acme.example", null, "ana"));
        LinkProof first = house.linkTo("ana@acme.example");
        house.clock.advance(Duration.ofMinutes(2));
        house.auth.accounts().register(withPassword("ana@acme.example", "another-word-9316"));
        LinkProof second = house.linkTo("ana@acme.example");
        assertThat(house.auth.accounts().confirmEmail(first)).isInstanceOf(ProofResult.InvalidLink.class);
        assertThat(house.auth.accounts().confirmEmail(second)).isInstanceOf(ProofResult.Proven.class);
        assertThat(house.login("ana@acme.example", TestHouse.PASSWORD)).isInstanceOf(LoginResult.Refused.class);
        assertThat(house.login("ana@acme.example", "another-word-9316")).isInstanceOf(LoginResult.Refused.class);
        house.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, "ana@acme.example", null));
        house.auth.passwords().confirmReset(house.linkTo("ana@acme.example"), Secret.of("the-owners-word-77"));
        assertThat(house.login("ana@acme.example", "the-owners-word-77")).isInstanceOf(LoginResult.SignedIn.class);
    }

    @Test
    void the_same_registration_again_changes_nothing() {
        Secret first = house.register(TestHouse.registration("ana@acme.example", null, null));
        for (int i = 0; i < 2; i++) {
            house.register(TestHouse.registration("ana@acme.example", null, null));
        }
        assertThat(house.deliver().postbox.to("ana@acme.example")).hasSize(1);
        house.auth.accounts().confirmEmail(house.confirmation("ana@acme.example", first));
        assertThat(house.login("ana@acme.example", TestHouse.PASSWORD)).isInstanceOf(LoginResult.SignedIn.class);
    }

    @Test
    void registering_a_number_tells_nobody_whether_it_has_an_account() {
        house = rewired(settings ->
                settings.withSignUp(settings.signUp().allowPhoneOnly().allowSignUpByCode()));
        enterByCode("+525512345678");
        assertThat(house.auth.admin().disable(enterByCode("+525512345677"))).isTrue();
        house.clock.advance(Duration.ofMinutes(10));
        int texts = house.deliver().postbox.to("+525512345677").size();
        for (String phone : List.of("+525512345678", "+525512345677", "+525512345679")) {
            assertThat(house.auth.accounts().register(TestHouse.registration(null, phone, null)))
                    .isInstanceOf(RegisterResult.Accepted.class);
            assertThat(house.requestSms(phone)).as(phone).isInstanceOf(CodeRequestResult.CoolingDown.class);
        }
        assertThat(house.deliver().postbox.to("+525512345677"))
                .as("a disabled owner gets nothing")
                .hasSize(texts);
    }

    private UserId enterByCode(String phone) {
        house.requestSms(phone);
        CodeLoginResult in = house.enterCode(CodeIdentifier.phone(phone), house.codeTo(phone));
        return ((CodeLoginResult.SignedIn) in).signIn().user().id();
    }

    private static Registration withPassword(String email, String password) {
        return new Registration(
                new Registration.Wishes(email, null, "ana"),
                Secret.of(password),
                Person.UNKNOWN,
                true,
                new Registration.RegistrationClient(null, null));
    }

    @Test
    void a_link_works_once_and_only_for_its_user() {
        house.auth.accounts().register(TestHouse.registration("ana@acme.example", null, null));
        LinkProof anas = house.linkTo("ana@acme.example");
        house.auth.accounts().register(TestHouse.registration("bob@acme.example", null, null));
        LinkProof bobs = house.linkTo("bob@acme.example");
        assertThat(house.auth.accounts().confirmEmail(new LinkProof(anas.uid(), bobs.token())))
                .isInstanceOf(ProofResult.InvalidLink.class);
        assertThat(house.auth.accounts().confirmEmail(anas)).isInstanceOf(ProofResult.Proven.class);
        assertThat(house.auth.accounts().confirmEmail(anas)).isInstanceOf(ProofResult.InvalidLink.class);
    }

    @Test
    void a_link_dies_with_its_time_and_with_a_newer_one() {
        house.auth.accounts().register(TestHouse.registration("ana@acme.example", null, null));
        LinkProof first = house.linkTo("ana@acme.example");
        house.clock.advance(Duration.ofSeconds(61));
        assertThat(house.auth.accounts().resendConfirmation(" ANA@acme.example "))
                .isInstanceOf(ResendResult.Accepted.class);
        LinkProof second = house.linkTo("ana@acme.example");
        assertThat(second.token()).isNotEqualTo(first.token());
        assertThat(house.auth.accounts().confirmEmail(first)).isInstanceOf(ProofResult.InvalidLink.class);
        house.clock.advance(Duration.ofHours(24));
        assertThat(house.auth.accounts().confirmEmail(second)).isInstanceOf(ProofResult.InvalidLink.class);
    }

    @Test
    void a_resend_is_silent_for_strangers_members_and_the_impatient() {
        house.member("ana@acme.example");
        house.auth.accounts().register(TestHouse.registration("bob@acme.example", null, null));
        house.deliver();
        int before = house.postbox.all().size();
        for (String email : List.of("nobody@acme.example", "ana@acme.example", "bob@acme.example")) {
            assertThat(house.auth.accounts().resendConfirmation(email)).isInstanceOf(ResendResult.Accepted.class);
        }
        house.deliver();
        assertThat(house.postbox.all()).hasSize(before);
    }

    @Test
    void a_resend_for_an_address_that_waits_for_none_holds_up_nobody() {
        house.auth.accounts().resendConfirmation("ana@acme.example");
        assertThat(house.deliver().postbox.all()).isEmpty();
        Secret secret = house.register(TestHouse.registration("ana@acme.example", null, null));
        assertThat(house.auth.accounts().confirmEmail(house.confirmation("ana@acme.example", secret)))
                .isInstanceOf(ProofResult.Proven.class);
        house.auth.accounts().resendConfirmation("ana@acme.example");
        house.signedIn("ana@acme.example");
    }

    @Test
    void a_taken_user_name_does_not_stop_the_account() {
        house.member("ana@acme.example", "ana");
        house.member("bob@acme.example", "ANA");
        assertThat(house.signedIn("ana").user().email()).isEqualTo("ana@acme.example");
        assertThat(house.signedIn("bob@acme.example")
                        .user()
                        .handles()
                        .username()
                        .owned())
                .isFalse();
    }

    @Test
    void every_problem_is_told_at_once() {
        Registration registration = new Registration(
                new Registration.Wishes("no address", "12", "has space"),
                Secret.of("short"),
                Person.UNKNOWN,
                false,
                new Registration.RegistrationClient(null, null));
        RegisterResult result = house.auth.accounts().register(registration);
        assertThat(result)
                .isInstanceOfSatisfying(
                        RegisterResult.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(FieldProblem::field)
                                .contains("email", "phone", "username", "password", "terms_and_conditions_accepted"));
        assertThat(house.postbox.all()).isEmpty();
    }

    @Test
    void a_registration_by_phone_alone_is_refused_until_it_is_allowed() {
        Registration byPhone = TestHouse.registration(null, "+52 55 1234 5678", null);
        assertThat(house.auth.accounts().register(byPhone)).isInstanceOf(RegisterResult.Invalid.class);
        house = rewired(settings -> settings.withSignUp(settings.signUp().allowPhoneOnly()));
        assertThat(house.auth.accounts().register(byPhone)).isInstanceOf(RegisterResult.Accepted.class);
        String code = house.codeTo("+525512345678");
        assertThat(house.enterCode(CodeIdentifier.phone("+525512345678"), code))
                .isInstanceOf(CodeLoginResult.SignedIn.class);
        assertThat(house.login("+525512345678", TestHouse.PASSWORD))
                .as("who registered may be somebody else than who has the phone")
                .isInstanceOf(LoginResult.Refused.class);
    }

    @Test
    void a_registration_by_phone_may_ask_for_its_code_again() {
        house = rewired(settings -> settings.withSignUp(settings.signUp().allowPhoneOnly()));
        house.auth.accounts().register(TestHouse.registration(null, "+525512345678", null));
        house.clock.advance(Duration.ofMinutes(6));
        house.requestSms("+525512345678");
        assertThat(house.enterCode(CodeIdentifier.phone("+525512345678"), house.codeTo("+525512345678")))
                .isInstanceOf(CodeLoginResult.SignedIn.class);
        assertThat(house.login("+525512345678", TestHouse.PASSWORD))
                .as("who registered may be somebody else than who has the phone")
                .isInstanceOf(LoginResult.Refused.class);
    }

    @Test
    void a_registration_by_phone_gets_its_user_name_with_the_proof() {
        house = rewired(settings -> settings.withSignUp(settings.signUp().allowPhoneOnly()));
        house.auth.accounts().register(TestHouse.registration(null, "+525512345678", "ana"));
        house.enterCode(CodeIdentifier.phone("+525512345678"), house.codeTo("+525512345678"));
        house.auth.accounts().register(TestHouse.registration(null, "+525512345679", "Ana"));
        CodeLoginResult second = house.enterCode(CodeIdentifier.phone("+525512345679"), house.codeTo("+525512345679"));
        assertThat(((CodeLoginResult.SignedIn) second)
                        .signIn()
                        .user()
                        .handles()
                        .username()
                        .owned())
                .as("the name is the first one's")
                .isFalse();
        IdentifierRules rules = IdentifierRules.standard();
        String key = rules.username("ANA").orElseThrow().key();
        Optional<StoredUser> holder = house.store.read(tx -> tx.users().byKey(IdentifierKind.USERNAME, key));
        assertThat(holder)
                .hasValueSatisfying(owner -> assertThat(owner.info().phone()).isEqualTo("+525512345678"));
    }
}
