package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A registration that waits for its proof while another application writes another address into its row. */
@Tag("keys")
abstract class ChangedRegistrationContract extends FlowContract {

    private static final String MALLORY = "mallory@acme.example";
    private static final String CEO = "ceo@acme.example";

    private Registration.Accepted registered;
    private UserId changed;

    /** For those who extend it. */
    protected ChangedRegistrationContract() {}

    @BeforeEach
    final void registerAndChange() {
        registered = fixture.auth
                .registrations()
                .register(FlowFixture.registration(MALLORY, null, null))
                .orElseThrow();
        changed = fixture.events.stream()
                .filter(AuthEvent.Registered.class::isInstance)
                .map(event -> ((AuthEvent.Registered) event).user())
                .findFirst()
                .orElseThrow();
        fixture.deliver();
        Identifier ceo = IdentifierRules.standard().email(CEO).orElseThrow();
        fixture.store.alone(tx -> tx.users().claim(changed, ceo, fixture.clock.instant())
                && tx.users().disown(changed, IdentifierKind.EMAIL, ceo.key(), CEO));
    }

    @Test
    void the_link_and_the_code_to_the_first_address_prove_neither() {
        EmailConfirmation.ByCode code = EmailConfirmation.ByCode.of(
                        Objects.requireNonNull(registered.challengeId()), Secret.of(fixture.codeTo(MALLORY)))
                .withRegistration(registered.registration());
        assertThat(fixture.auth.registrations().confirmEmailByCode(code))
                .isEqualTo(Outcome.refused(Refusal.INVALID_LINK));
        assertThat(fixture.auth.registrations().confirmEmail(fixture.linkOfRegistrant(MALLORY)))
                .isEqualTo(Outcome.refused(Refusal.INVALID_LINK));
        assertThat(fixture.store
                        .read(tx -> tx.users().byId(changed))
                        .orElseThrow()
                        .info()
                        .identifiers()
                        .anyVerified())
                .isFalse();
    }

    @Test
    void a_registration_with_the_first_address_is_another_account() {
        fixture.clock.advance(Duration.ofMinutes(2));
        fixture.member(MALLORY);
        assertThat(fixture.signedIn(MALLORY).user().id()).isNotEqualTo(changed);
        assertThat(fixture.store
                        .read(tx -> tx.users().byId(changed))
                        .orElseThrow()
                        .passwordHash())
                .as("nobody's registration takes the password of another account")
                .isNotNull();
    }
}
