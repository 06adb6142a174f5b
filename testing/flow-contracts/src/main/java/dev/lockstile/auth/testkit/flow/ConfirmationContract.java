package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Who confirms an address, and what stays of the registration: the link says who reads the mail, the secret or the
 * password of the registration says who registered.
 */
@Tag("keys")
abstract class ConfirmationContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final String NUMBER = "+525512345678";
    private static final Secret OTHERS = Secret.of("another-word-9316");
    private static final Secret OWN = Secret.of("the-owners-word-77");

    /** For those who extend it. */
    protected ConfirmationContract() {}

    @Test
    void the_client_that_registered_keeps_all_of_the_registration() {
        Secret secret = fixture.register(FlowFixture.registration(ANA, NUMBER, "ana"));
        assertThat(confirm(fixture.confirmation(ANA, secret))).isEqualTo(Outcome.done(new EmailConfirmation.Proven()));
        SignIn in = fixture.signedIn("ana");
        assertThat(in.active().person().displayName()).isEqualTo("Ana Ruiz");
        assertThat(in.user().phone()).isEqualTo(NUMBER);
        assertThat(in.user().dates().termsAcceptedAt()).isNotNull();
    }

    @Test
    void another_device_keeps_all_by_the_password() {
        fixture.register(FlowFixture.registration(ANA, null, "ana"));
        EmailConfirmation typed =
                EmailConfirmation.of(fixture.linkTo(ANA)).withPassword(Secret.of(FlowFixture.PASSWORD));
        assertThat(confirm(typed)).isEqualTo(Outcome.done(new EmailConfirmation.Proven()));
        assertThat(fixture.signedIn("ana").active().person().displayName()).isEqualTo("Ana Ruiz");
    }

    @Test
    void the_link_alone_leaves_nothing_of_the_registration() {
        fixture.register(FlowFixture.registration(ANA, NUMBER, "trojan"));
        fixture.events.clear();
        LinkProof link = fixture.linkTo(ANA);
        LinkProof setPassword = setPassword(confirm(EmailConfirmation.of(link)));
        assertThat(fixture.events)
                .singleElement()
                .isInstanceOfSatisfying(
                        AuthEvent.IdentifierProven.class,
                        proven -> assertThat(proven.erased()).isTrue());
        for (String login : List.of(ANA, "trojan", NUMBER)) {
            assertThat(fixture.login(login, FlowFixture.PASSWORD)).as(login).isInstanceOf(Outcome.Refused.class);
        }
        assertThat(fixture.auth.passwords().confirmReset(setPassword, OWN)).isInstanceOf(Outcome.Done.class);
        SignIn in = FlowFixture.signIn(fixture.login(ANA, OWN.reveal()));
        UserInfo user = in.user();
        assertThat(user.identifiers().email().isVerified()).isTrue();
        assertThat(user.identifiers().phone()).isEqualTo(IdentifierState.NONE);
        assertThat(user.identifiers().username()).isEqualTo(IdentifierState.NONE);
        assertThat(user.dates().termsAcceptedAt()).isNull();
        assertThat(in.active().person()).isEqualTo(Person.UNKNOWN);
    }

    @Test
    void what_sets_the_password_works_once_and_holds_up_no_reset() {
        fixture.register(FlowFixture.registration(ANA, null, null));
        LinkProof setPassword = setPassword(confirm(EmailConfirmation.of(fixture.linkTo(ANA))));
        assertThat(fixture.auth.passwords().confirmReset(setPassword, OWN)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.auth.passwords().confirmReset(setPassword, OTHERS)).isInstanceOf(Outcome.Refused.class);
        int before = fixture.deliver().postbox.to(ANA).size();
        fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, ANA, null));
        assertThat(fixture.deliver().postbox.to(ANA))
                .as("who closed the page asks for a link like anybody else")
                .hasSize(before + 1);
    }

    @Test
    void a_wrong_password_changes_nothing_and_is_counted() {
        fixture.register(FlowFixture.registration(ANA, null, null));
        EmailConfirmation link = EmailConfirmation.of(fixture.linkTo(ANA));
        for (int i = 0; i < 5; i++) {
            assertThat(confirm(link.withPassword(OTHERS)))
                    .returns(true, outcome -> outcome.isRefused(Refusal.WRONG_PASSWORD));
        }
        assertThat(confirm(link.withPassword(Secret.of(FlowFixture.PASSWORD))))
                .as("whoever got the mail by mistake does not search for the password")
                .returns(true, outcome -> outcome.isRefused(Refusal.INVALID_LINK));
        assertThat(setPassword(confirm(link))).as("the link still works").isNotNull();
    }

    @Test
    void a_typing_mistake_may_be_mended() {
        fixture.register(FlowFixture.registration(ANA, null, null));
        EmailConfirmation link = EmailConfirmation.of(fixture.linkTo(ANA));
        assertThat(confirm(link.withPassword(OTHERS)))
                .returns(true, outcome -> outcome.isRefused(Refusal.WRONG_PASSWORD));
        assertThat(confirm(link.withPassword(Secret.of(FlowFixture.PASSWORD))))
                .isEqualTo(Outcome.done(new EmailConfirmation.Proven()));
        fixture.signedIn(ANA);
    }

    @Test
    void the_secret_of_another_registration_counts_as_none() {
        Secret bobs = fixture.register(FlowFixture.registration("bob@acme.example", null, null));
        Secret anas = fixture.register(FlowFixture.registration(ANA, null, null));
        EmailConfirmation link = EmailConfirmation.of(fixture.linkTo(ANA));
        assertThat(anas).isNotEqualTo(bobs);
        assertThat(setPassword(confirm(link.withRegistration(bobs)))).isNotNull();
        assertThat(fixture.login(ANA, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void no_text_passes_for_the_secret_of_a_registration() {
        Secret secret = fixture.register(FlowFixture.registration(ANA, null, null));
        String text = secret.reveal();
        LinkProof link = fixture.linkTo(ANA);
        assertThat(text).isEqualTo(text.strip()).hasSizeLessThan(128);
        String forged = text.substring(0, text.indexOf('.') + 1) + "A".repeat(43);
        assertThat(setPassword(confirm(EmailConfirmation.of(link).withRegistration(Secret.of(forged)))))
                .isNotNull();
        for (String nonsense : List.of("", ".", "a.b", "x".repeat(100_000), "a." + "\u0000")) {
            assertThat(confirm(EmailConfirmation.of(link).withRegistration(Secret.of(nonsense))))
                    .returns(true, outcome -> outcome.isRefused(Refusal.INVALID_LINK));
        }
    }

    @Test
    void a_free_and_a_taken_address_hand_out_secrets_that_look_alike() {
        fixture.member("taken@acme.example");
        Secret free = fixture.register(FlowFixture.registration(ANA, null, null));
        Secret again = fixture.register(FlowFixture.registration(ANA, null, null));
        Secret taken = fixture.register(FlowFixture.registration("taken@acme.example", null, null));
        Secret takenAgain = fixture.register(FlowFixture.registration("taken@acme.example", null, null));
        assertThat(List.of(free, again, taken, takenAgain)).doesNotHaveDuplicates();
        assertThat(List.of(free, again, taken, takenAgain))
                .allSatisfy(secret -> assertThat(secret.reveal()).matches("[\\w-]{22}\\.[\\w-]{43}"));
    }

    @Test
    void of_two_clients_with_one_password_either_may_confirm() {
        Secret first = fixture.register(FlowFixture.registration(ANA, null, null));
        fixture.register(FlowFixture.registration(ANA, null, null));
        assertThat(confirm(fixture.confirmation(ANA, first))).isEqualTo(Outcome.done(new EmailConfirmation.Proven()));
        String bob = "bob@acme.example";
        fixture.register(FlowFixture.registration(bob, null, null));
        Secret second = fixture.register(FlowFixture.registration(bob, null, null));
        assertThat(confirm(fixture.confirmation(bob, second))).isEqualTo(Outcome.done(new EmailConfirmation.Proven()));
        fixture.signedIn(bob);
    }

    @Test
    void of_two_clients_with_two_passwords_neither_keeps_one() {
        for (int counts = 0; counts < 2; counts++) {
            String email = "two" + counts + "@acme.example";
            Secret first = fixture.register(FlowFixture.registration(email, null, null));
            fixture.deliver();
            Secret second = fixture.register(with(email, OTHERS));
            EmailConfirmation shown = fixture.confirmation(email, counts == 0 ? first : second);
            assertThat(setPassword(confirm(shown))).isNotNull();
            assertThat(fixture.login(email, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
            assertThat(fixture.login(email, OTHERS.reveal())).isInstanceOf(Outcome.Refused.class);
        }
    }

    @Test
    void a_strangers_registration_does_not_swallow_the_message_of_the_owners() {
        fixture.register(with(ANA, OTHERS));
        LinkProof strangers = fixture.linkTo(ANA);
        fixture.register(FlowFixture.registration(ANA, null, null));
        assertThat(fixture.deliver().postbox.to(ANA)).hasSize(2);
        LinkProof owners = fixture.linkTo(ANA);
        assertThat(confirm(EmailConfirmation.of(strangers)))
                .returns(true, outcome -> outcome.isRefused(Refusal.INVALID_LINK));
        assertThat(setPassword(confirm(EmailConfirmation.of(owners)))).isNotNull();
    }

    @Test
    void strangers_cannot_fill_a_mailbox_with_registrations() {
        for (int i = 0; i < 12; i++) {
            fixture.register(with(ANA, Secret.of("another-word-931" + i)));
        }
        assertThat(fixture.deliver().postbox.to(ANA))
                .as("the first, and five an hour without the cool-down")
                .hasSize(6);
        fixture.clock.advance(Duration.ofSeconds(61));
        fixture.register(with(ANA, OTHERS));
        assertThat(fixture.deliver().postbox.to(ANA)).hasSize(7);
    }

    @Test
    void a_registration_with_another_password_at_the_moment_of_the_proof_is_told_as_it_ended() {
        for (int round = 0; round < 4; round++) {
            String email = "round" + round + "@acme.example";
            Secret secret = fixture.register(FlowFixture.registration(email, null, null));
            EmailConfirmation shown = fixture.confirmation(email, secret);
            fixture.clock.advance(Duration.ofSeconds(30));
            List<Object> ends =
                    ParallelRun.run(2, n -> n == 0 ? confirm(shown) : fixture.register(with(email, OTHERS)));
            boolean kept = ends.get(0).equals(Outcome.done(new EmailConfirmation.Proven()));
            assertThat(fixture.login(email, FlowFixture.PASSWORD) instanceof Outcome.Done<SignIn>)
                    .isEqualTo(kept);
            assertThat(fixture.login(email, OTHERS.reveal())).isInstanceOf(Outcome.Refused.class);
        }
    }

    private Outcome<EmailConfirmation.Proven> confirm(EmailConfirmation confirmation) {
        return fixture.auth.registrations().confirmEmail(confirmation);
    }

    private static LinkProof setPassword(Outcome<EmailConfirmation.Proven> result) {
        if (result instanceof Outcome.Done<EmailConfirmation.Proven> proven
                && proven.value().setPassword() != null) {
            return proven.value().setPassword();
        }
        throw new AssertionError("the password was not taken away: " + result);
    }

    private static Registration with(String email, Secret password) {
        return new Registration(
                new Registration.Identifiers(email, null, null),
                password,
                Person.UNKNOWN,
                true,
                new Registration.RegistrationClient(null, null));
    }
}
