package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Registration and the proof of an address. */
@Tag("columns")
abstract class RegistrationContract extends FlowContract {

    @Test
    void a_person_registers_confirms_and_signs_in() {
        Secret secret = fixture.register(FlowFixture.registration("Ana@Acme.Example", null, "ana"));
        assertThat(fixture.login("ana@acme.example", FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.auth.registrations().confirmEmail(fixture.confirmation("Ana@acme.example", secret)))
                .isEqualTo(Outcome.done(new EmailConfirmation.Proven()));
        SignIn signIn = fixture.signedIn("ANA@acme.example");
        assertThat(signIn.user().email()).isEqualTo("Ana@acme.example");
        assertThat(signIn.user().identifiers().email().verifiedAt()).isEqualTo(fixture.clock.instant());
        assertThat(signIn.active().status().isDefault()).isTrue();
        assertThat(signIn.active().status().role()).isEqualTo("USER");
        assertThat(signIn.active().person().displayName()).isEqualTo("Ana Ruiz");
        assertThat(signIn.user().status().staff()).isFalse();
        assertThat(fixture.signedIn("Ana").user().id()).isEqualTo(signIn.user().id());
    }

    @Test
    void a_taken_address_gets_the_same_answer_and_its_owner_a_notice() {
        fixture.member("ana@acme.example");
        int before = fixture.postbox.all().size();
        assertThat(fixture.auth.registrations().register(FlowFixture.registration("ANA@ACME.example", null, null)))
                .isInstanceOf(Outcome.Done.class);
        fixture.auth.registrations().register(FlowFixture.registration("ana@acme.example", null, null));
        fixture.deliver();
        assertThat(fixture.postbox.all()).hasSize(before + 1);
        assertThat(fixture.postbox.lastTo("ana@acme.example").hasLink()).isFalse();
        assertThat(fixture.signedIn("ana@acme.example").user().email()).isEqualTo("ana@acme.example");
    }

    @Test
    void of_two_who_register_one_address_only_its_owner_gets_in() {
        fixture.auth.registrations().register(FlowFixture.registration("ana@acme.example", null, "ana"));
        LinkProof first = fixture.linkTo("ana@acme.example");
        fixture.clock.advance(Duration.ofMinutes(2));
        fixture.auth.registrations().register(withPassword("ana@acme.example", "another-word-9316"));
        LinkProof second = fixture.linkTo("ana@acme.example");
        assertThat(fixture.auth.registrations().confirmEmail(first))
                .returns(true, outcome -> outcome.isRefused(Refusal.INVALID_LINK));
        assertThat(fixture.auth.registrations().confirmEmail(second)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.login("ana@acme.example", FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.login("ana@acme.example", "another-word-9316")).isInstanceOf(Outcome.Refused.class);
        fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, "ana@acme.example", null));
        fixture.auth.passwords().confirmReset(fixture.linkTo("ana@acme.example"), Secret.of("the-owners-word-77"));
        assertThat(fixture.login("ana@acme.example", "the-owners-word-77")).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void the_same_registration_again_changes_nothing() {
        Secret first = fixture.register(FlowFixture.registration("ana@acme.example", null, null));
        for (int i = 0; i < 2; i++) {
            fixture.register(FlowFixture.registration("ana@acme.example", null, null));
        }
        assertThat(fixture.deliver().postbox.to("ana@acme.example")).hasSize(1);
        fixture.auth.registrations().confirmEmail(fixture.confirmation("ana@acme.example", first));
        assertThat(fixture.login("ana@acme.example", FlowFixture.PASSWORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void registering_a_number_tells_nobody_whether_it_has_an_account() {
        fixture = rewired(settings ->
                settings.withSignUp(settings.signUp().allowPhoneOnly().allowSignUpByCode()));
        enterByCode("+525512345678");
        assertThat(fixture.auth.admin().disable(enterByCode("+525512345677"))).isTrue();
        fixture.clock.advance(Duration.ofMinutes(10));
        int texts = fixture.deliver().postbox.to("+525512345677").size();
        for (String phone : List.of("+525512345678", "+525512345677", "+525512345679")) {
            assertThat(fixture.auth.registrations().register(FlowFixture.registration(null, phone, null)))
                    .isInstanceOf(Outcome.Done.class);
            assertThat(fixture.requestSms(phone)).as(phone).returns(Optional.of(Refusal.THROTTLED), Outcome::refusal);
        }
        assertThat(fixture.deliver().postbox.to("+525512345677"))
                .as("a disabled owner gets nothing")
                .hasSize(texts);
    }

    private UserId enterByCode(String phone) {
        fixture.requestSms(phone);
        Outcome<SignIn> in = fixture.enterCode(CodeIdentifier.phone(phone), fixture.codeTo(phone));
        return in.orElseThrow().user().id();
    }

    private static Registration withPassword(String email, String password) {
        return new Registration(
                new Registration.Identifiers(email, null, "ana"),
                Secret.of(password),
                Person.UNKNOWN,
                true,
                new Registration.RegistrationClient(null, null));
    }

    @Test
    void a_link_works_once_and_only_for_its_user() {
        fixture.auth.registrations().register(FlowFixture.registration("ana@acme.example", null, null));
        LinkProof anas = fixture.linkTo("ana@acme.example");
        fixture.auth.registrations().register(FlowFixture.registration("bob@acme.example", null, null));
        LinkProof bobs = fixture.linkTo("bob@acme.example");
        assertThat(fixture.auth.registrations().confirmEmail(new LinkProof(anas.uid(), bobs.token())))
                .returns(true, outcome -> outcome.isRefused(Refusal.INVALID_LINK));
        assertThat(fixture.auth.registrations().confirmEmail(anas)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.auth.registrations().confirmEmail(anas))
                .returns(true, outcome -> outcome.isRefused(Refusal.INVALID_LINK));
    }

    @Test
    void a_link_dies_with_its_time_and_with_a_newer_one() {
        fixture.auth.registrations().register(FlowFixture.registration("ana@acme.example", null, null));
        LinkProof first = fixture.linkTo("ana@acme.example");
        fixture.clock.advance(Duration.ofSeconds(61));
        assertThat(fixture.auth.registrations().resendConfirmation(" ANA@acme.example "))
                .isInstanceOf(Outcome.Done.class);
        LinkProof second = fixture.linkTo("ana@acme.example");
        assertThat(second.token()).isNotEqualTo(first.token());
        assertThat(fixture.auth.registrations().confirmEmail(first))
                .returns(true, outcome -> outcome.isRefused(Refusal.INVALID_LINK));
        fixture.clock.advance(Duration.ofHours(24));
        assertThat(fixture.auth.registrations().confirmEmail(second))
                .returns(true, outcome -> outcome.isRefused(Refusal.INVALID_LINK));
    }

    @Test
    void a_resend_is_silent_for_strangers_members_and_the_impatient() {
        fixture.member("ana@acme.example");
        fixture.auth.registrations().register(FlowFixture.registration("bob@acme.example", null, null));
        fixture.deliver();
        int before = fixture.postbox.all().size();
        for (String email : List.of("nobody@acme.example", "ana@acme.example", "bob@acme.example")) {
            assertThat(fixture.auth.registrations().resendConfirmation(email)).isInstanceOf(Outcome.Done.class);
        }
        fixture.deliver();
        assertThat(fixture.postbox.all()).hasSize(before);
    }

    @Test
    void a_resend_for_an_address_that_waits_for_none_holds_up_nobody() {
        fixture.auth.registrations().resendConfirmation("ana@acme.example");
        assertThat(fixture.deliver().postbox.all()).isEmpty();
        Secret secret = fixture.register(FlowFixture.registration("ana@acme.example", null, null));
        assertThat(fixture.auth.registrations().confirmEmail(fixture.confirmation("ana@acme.example", secret)))
                .isInstanceOf(Outcome.Done.class);
        fixture.auth.registrations().resendConfirmation("ana@acme.example");
        fixture.signedIn("ana@acme.example");
    }

    @Test
    void a_taken_user_name_does_not_stop_the_account() {
        fixture.member("ana@acme.example", "ana");
        fixture.member("bob@acme.example", "ANA");
        assertThat(fixture.signedIn("ana").user().email()).isEqualTo("ana@acme.example");
        assertThat(fixture.signedIn("bob@acme.example")
                        .user()
                        .identifiers()
                        .username()
                        .owned())
                .isFalse();
    }

    @Test
    void every_problem_is_told_at_once() {
        Registration registration = new Registration(
                new Registration.Identifiers("no address", "12", "has space"),
                Secret.of("short"),
                Person.UNKNOWN,
                false,
                new Registration.RegistrationClient(null, null));
        Outcome<Registration.Accepted> result = fixture.auth.registrations().register(registration);
        assertThat(((Outcome.Refused<Registration.Accepted>) result).problems())
                .extracting(FieldProblem::field)
                .contains("email", "phone", "username", "password", "terms_and_conditions_accepted");
        assertThat(fixture.postbox.all()).isEmpty();
    }

    @Test
    void a_registration_by_phone_alone_is_refused_until_it_is_allowed() {
        Registration byPhone = FlowFixture.registration(null, "+52 55 1234 5678", null);
        assertThat(fixture.auth.registrations().register(byPhone))
                .returns(true, outcome -> outcome.isRefused(Refusal.INVALID_INPUT));
        fixture = rewired(settings -> settings.withSignUp(settings.signUp().allowPhoneOnly()));
        assertThat(fixture.auth.registrations().register(byPhone)).isInstanceOf(Outcome.Done.class);
        String code = fixture.codeTo("+525512345678");
        assertThat(fixture.enterCode(CodeIdentifier.phone("+525512345678"), code))
                .isInstanceOf(Outcome.Done.class);
        assertThat(fixture.login("+525512345678", FlowFixture.PASSWORD))
                .as("who registered may be somebody else than who has the phone")
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_registration_by_phone_may_ask_for_its_code_again() {
        fixture = rewired(settings -> settings.withSignUp(settings.signUp().allowPhoneOnly()));
        fixture.auth.registrations().register(FlowFixture.registration(null, "+525512345678", null));
        fixture.clock.advance(Duration.ofMinutes(6));
        fixture.requestSms("+525512345678");
        assertThat(fixture.enterCode(CodeIdentifier.phone("+525512345678"), fixture.codeTo("+525512345678")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(fixture.login("+525512345678", FlowFixture.PASSWORD))
                .as("who registered may be somebody else than who has the phone")
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_registration_by_phone_gets_its_user_name_with_the_proof() {
        fixture = rewired(settings -> settings.withSignUp(settings.signUp().allowPhoneOnly()));
        fixture.auth.registrations().register(FlowFixture.registration(null, "+525512345678", "ana"));
        fixture.enterCode(CodeIdentifier.phone("+525512345678"), fixture.codeTo("+525512345678"));
        fixture.auth.registrations().register(FlowFixture.registration(null, "+525512345679", "Ana"));
        Outcome<SignIn> second =
                fixture.enterCode(CodeIdentifier.phone("+525512345679"), fixture.codeTo("+525512345679"));
        assertThat(second.orElseThrow().user().identifiers().username().owned())
                .as("the name is the first one's")
                .isFalse();
        IdentifierRules rules = IdentifierRules.standard();
        String key = rules.username("ANA").orElseThrow().key();
        Optional<StoredUser> holder = fixture.store.read(tx -> tx.users().byKey(IdentifierKind.USERNAME, key));
        assertThat(holder)
                .hasValueSatisfying(owner -> assertThat(owner.info().phone()).isEqualTo("+525512345678"));
    }
}
