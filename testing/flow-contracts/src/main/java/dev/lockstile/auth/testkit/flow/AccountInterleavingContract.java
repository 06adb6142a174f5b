package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.account.OwnAccount.DeletionProof;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Changes of accounts by two requests of which the second runs whole between two writes of the first. */
abstract class AccountInterleavingContract extends InterleavedContract {

    private static final Secret NEXT = Secret.of("copper-lantern-2208");
    private static final Secret OTHER = Secret.of("walnut-corridor-3319");

    /** For those who extend it. */
    protected AccountInterleavingContract() {}

    @Test
    void a_reset_link_sets_one_password() {
        for (int moment = 1; moment <= MOMENTS; moment++) {
            String address = address(moment);
            fixture.member(address);
            fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, address, null));
            LinkProof link = fixture.linkTo(address);
            Secret[] words = {NEXT, OTHER};
            int[] used = {0};
            once(moment, () -> is(Outcome.Done.class, fixture.auth.passwords().confirmReset(link, words[used[0]++])));
        }
    }

    @Test
    void a_confirmation_link_proves_once() {
        for (int moment = 1; moment <= MOMENTS; moment++) {
            fixture.auth.registrations().register(FlowFixture.registration(address(moment), null, null));
            LinkProof link = fixture.linkTo(address(moment));
            once(
                    moment,
                    () -> is(Outcome.Done.class, fixture.auth.registrations().confirmEmail(link)));
        }
    }

    @Test
    void two_registrations_of_one_address_with_passwords_of_their_own_leave_neither() {
        for (int moment = 1; moment <= MOMENTS; moment++) {
            String address = address(moment);
            Registration first = FlowFixture.registration(address, null, null);
            Registration second =
                    new Registration(first.identifiers(), NEXT, first.person(), first.termsAccepted(), first.client());
            store.before(moment, () -> fixture.auth.registrations().register(second));
            fixture.auth.registrations().register(first);
            if (store.isWaiting()) {
                store.goOn();
                fixture.auth.registrations().register(second);
            }
            List<EmailConfirmation> live = fixture.deliver().postbox.to(address).stream()
                    .map(letter -> EmailConfirmation.of(new LinkProof(letter.uid(), Secret.of(letter.token()))))
                    .filter(this::takesNoPassword)
                    .toList();
            assertThat(live).as("moment " + moment).hasSize(1);
        }
    }

    /** Of a link that has been replaced nothing is told. */
    private boolean takesNoPassword(EmailConfirmation link) {
        List<Outcome<EmailConfirmation.Proven>> results = Stream.of(password(), NEXT)
                .map(password -> fixture.auth.registrations().confirmEmail(link.withPassword(password)))
                .toList();
        assertThat(results)
                .doesNotHaveAnyElementsOfTypes(Outcome.Done.class)
                .allMatch(result -> result.getClass() == results.get(0).getClass());
        return results.get(0).equals(Outcome.refused(Refusal.WRONG_PASSWORD));
    }

    @Test
    void a_code_changes_an_address_once() {
        for (int moment = 1; moment <= MOMENTS; moment++) {
            Caller caller = fixture.caller(member(moment));
            ChangeProof proof = proof(caller, "new" + address(moment));
            once(moment, () -> is(Outcome.Done.class, fixture.auth.ownAccount().confirmChange(caller, proof)));
        }
    }

    @Test
    void an_account_is_deleted_once() {
        for (int moment = 1; moment <= MOMENTS; moment++) {
            Caller caller = fixture.caller(member(moment));
            once(
                    moment,
                    () -> is(
                            Outcome.Done.class,
                            fixture.auth.ownAccount().delete(caller, new DeletionProof.Password(password()))));
        }
    }

    @Test
    void a_password_is_changed_once_from_what_it_was() {
        for (int moment = 1; moment <= MOMENTS; moment++) {
            Caller caller = fixture.caller(member(moment));
            Secret[] words = {NEXT, OTHER};
            int[] used = {0};
            once(
                    moment,
                    () -> is(
                            Outcome.Done.class, fixture.auth.passwords().change(caller, password(), words[used[0]++])));
        }
    }

    @Test
    void a_session_that_ended_meanwhile_changes_nothing() {
        for (int moment = 1; moment <= MOMENTS; moment++) {
            Caller byCode = caller(10 + moment);
            ChangeProof proof = proof(byCode, "new" + address(moment));
            ended(
                    moment,
                    byCode,
                    () -> is(Outcome.Done.class, fixture.auth.ownAccount().confirmChange(byCode, proof)));
            Caller byRequest = caller(20 + moment);
            AccountChange name = AccountChange.NONE.withUsername("ana." + moment);
            ended(
                    moment,
                    byRequest,
                    () -> is(Outcome.Done.class, fixture.auth.ownAccount().update(byRequest, name)));
            Caller byPassword = caller(30 + moment);
            ended(
                    moment,
                    byPassword,
                    () -> is(Outcome.Done.class, fixture.auth.passwords().change(byPassword, password(), NEXT)));
        }
    }

    @Test
    void a_session_that_ended_meanwhile_deletes_no_account() {
        for (int moment = 1; moment <= MOMENTS; moment++) {
            Caller byPassword = caller(10 + moment);
            DeletionProof right = new DeletionProof.Password(password());
            ended(
                    moment,
                    byPassword,
                    () -> is(Outcome.Done.class, fixture.auth.ownAccount().delete(byPassword, right)));
        }
    }

    @Test
    void a_session_that_ended_meanwhile_makes_no_administrator() {
        NewAdmin root = new NewAdmin("root@acme.example", password(), NewAdmin.Rank.SUPERUSER);
        fixture.auth.admin().createFirstSuperuser(root);
        for (int moment = 1; moment <= MOMENTS; moment++) {
            Caller caller = fixture.caller(fixture.signedIn("root@acme.example"));
            NewAdmin next = new NewAdmin("next" + moment + "@acme.example", password(), NewAdmin.Rank.SUPERUSER);
            ended(
                    moment,
                    caller,
                    () -> is(Outcome.Done.class, fixture.auth.admin().createAdministratorAs(caller, next)));
        }
    }

    @Test
    void of_two_commands_one_makes_the_first_superuser() {
        int[] asked = {0};
        for (int moment = 1; moment <= MOMENTS; moment++) {
            List<UserId> made = new ArrayList<>();
            once(
                    moment,
                    () -> isFirst(
                            new NewAdmin("root" + asked[0]++ + "@acme.example", password(), NewAdmin.Rank.SUPERUSER),
                            made));
            made.forEach(fixture.auth.admin()::delete);
            fixture.clock.advance(Duration.ofMinutes(2));
        }
    }

    private boolean isFirst(NewAdmin root, List<UserId> made) {
        Outcome<UserInfo> result = fixture.auth.admin().createFirstSuperuser(root);
        if (result instanceof Outcome.Done<UserInfo> created) {
            made.add(created.value().id());
        }
        return is(Outcome.Done.class, result);
    }

    private Caller caller(int number) {
        return fixture.caller(member(number));
    }

    private ChangeProof proof(Caller caller, String wanted) {
        Outcome<OwnAccount.Changed> asked =
                fixture.auth.ownAccount().update(caller, AccountChange.NONE.withEmail(wanted));
        String challenge = asked.orElseThrow().pending().get(0).challengeId();
        return new ChangeProof(challenge, Secret.of(fixture.codeTo(wanted)));
    }
}
