package dev.lockstile.auth.testkit.flow;

import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.account.OwnAccount.DeletionProof;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import org.junit.jupiter.api.Test;

/** What a right proof of an account's owner is worth after an outage. */
abstract class OutageContract extends OutageFixture {

    private static final Secret PASSWORD = Secret.of(FlowFixture.PASSWORD);
    private static final Secret NEXT = Secret.of("walnut-river-2291");

    /** For those who extend it. */
    protected OutageContract() {}

    @Test
    void a_code_of_a_step_up() {
        isStillRight(
                this::sentCode,
                sent -> node.stepUp().byCode(sent.caller(), sent.challenge(), sent.code()),
                Outcome.Done.class::isInstance);
    }

    @Test
    void a_password_of_a_step_up() {
        isStillRight(
                () -> caller(member()),
                caller -> node.stepUp().byPassword(caller, PASSWORD),
                Outcome.Done.class::isInstance);
    }

    @Test
    void a_password_of_a_deletion() {
        isStillRight(
                () -> caller(member()),
                caller -> node.ownAccount().delete(caller, new DeletionProof.Password(PASSWORD)),
                Outcome::isDone);
    }

    @Test
    void a_code_of_a_deletion() {
        isStillRight(
                this::sentCode,
                sent -> node.ownAccount().delete(sent.caller(), new DeletionProof.Code(sent.challenge(), sent.code())),
                Outcome::isDone);
    }

    @Test
    void the_old_password_of_a_change() {
        isStillRight(
                () -> caller(member()), caller -> node.passwords().change(caller, PASSWORD, NEXT), Outcome::isDone);
    }

    @Test
    void a_code_of_a_changed_address() {
        isStillRight(
                this::askedChange,
                asked -> node.ownAccount()
                        .confirmChange(asked.caller(), new ChangeProof(asked.challenge(), asked.code())),
                Outcome::isDone);
    }

    @Test
    void a_link_of_a_reset() {
        isStillRight(this::resetLink, link -> node.passwords().confirmReset(link, NEXT), Outcome::isDone);
    }

    @Test
    void a_link_and_the_password_of_a_registration() {
        isStillRight(
                () -> {
                    String address = fresh();
                    fixture.register(FlowFixture.registration(address, null, null));
                    return fixture.linkOfRegistrant(address);
                },
                link -> node.registrations().confirmEmail(link),
                Outcome::isDone);
    }

    @Test
    void a_code_of_a_registration() {
        isStillRight(
                () -> {
                    String address = fresh();
                    Registration.Accepted accepted = fixture.auth
                            .registrations()
                            .register(FlowFixture.registration(address, null, null))
                            .orElseThrow();
                    return EmailConfirmation.ByCode.of(
                                    String.valueOf(accepted.challengeId()), Secret.of(fixture.codeTo(address)))
                            .withRegistration(accepted.registration());
                },
                proof -> node.registrations().confirmEmailByCode(proof),
                Outcome::isDone);
    }

    private Sent sentCode() {
        String address = member();
        Caller caller = caller(address);
        StepUp.Sent sent = fixture.auth.stepUp().requestCode(caller, null, null).orElseThrow();
        return new Sent(caller, sent.challengeId(), Secret.of(fixture.codeTo(address)));
    }

    private Sent askedChange() {
        Caller caller = caller(member());
        String next = fresh();
        OwnAccount.Changed changed = fixture.auth
                .ownAccount()
                .update(caller, AccountChange.NONE.withEmail(next))
                .orElseThrow();
        return new Sent(caller, changed.pending().get(0).challengeId(), Secret.of(fixture.codeTo(next)));
    }

    private LinkProof resetLink() {
        String address = member();
        fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, address, null));
        return fixture.linkTo(address);
    }

    private record Sent(Caller caller, String challenge, Secret code) {}
}
