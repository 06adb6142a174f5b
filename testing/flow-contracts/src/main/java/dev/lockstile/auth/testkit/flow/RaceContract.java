package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Many at the same moment, over two nodes on one store: the counts hold whatever the order. */
abstract class RaceContract extends FlowContract {

    private static final CodeIdentifier ANA = CodeIdentifier.email("ana@acme.example");

    @Test
    void a_hundred_wrong_attempts_at_once_are_five() {
        fixture.member("ana@acme.example");
        CodeLogin.Sent sent = fixture.requestCode("ana@acme.example").orElseThrow();
        String code = fixture.codeTo("ana@acme.example");
        List<Auth> nodes = List.of(fixture.auth, fixture.secondNode());
        int in = ParallelRun.winners(100, n -> enters(nodes.get(n % 2), sent.challengeId(), FlowFixture.not(code)));
        assertThat(in).isZero();
        assertThat(attempts(sent.challengeId())).isEqualTo(5);
        assertThat(fixture.enterCode(ANA, code)).isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
    }

    @Test
    void fifty_right_attempts_at_once_are_one_session() {
        fixture.member("ana@acme.example");
        fixture.requestCode("ana@acme.example");
        String code = fixture.codeTo("ana@acme.example");
        List<Auth> nodes = List.of(fixture.auth, fixture.secondNode());
        int in = ParallelRun.winners(50, n -> enters(nodes.get(n % 2), null, code));
        assertThat(in).isEqualTo(1);
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void fifty_refreshes_of_one_token_are_one_new_chain() {
        fixture.member("ana@acme.example");
        SignIn ana = fixture.signedIn("ana@acme.example");
        List<Auth> nodes = List.of(fixture.auth, fixture.secondNode());
        int won = ParallelRun.winners(
                50,
                n -> nodes.get(n % 2).sessions().refresh(ana.tokens().refresh()) instanceof Outcome.Done<TokenPair>);
        assertThat(won).isEqualTo(1);
        assertThat(sessions()).isLessThanOrEqualTo(1);
    }

    @Test
    void twenty_uses_of_one_reset_link_are_one_new_password() {
        fixture.member("ana@acme.example");
        fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, "ana@acme.example", null));
        LinkProof link = fixture.linkTo("ana@acme.example");
        int won = ParallelRun.winners(
                20,
                n -> fixture.auth.passwords().confirmReset(link, Secret.of("new-word-of-" + n + "-x"))
                        instanceof Outcome.Done);
        assertThat(won).isEqualTo(1);
        int accepted = ParallelRun.winners(
                20, n -> fixture.login("ana@acme.example", "new-word-of-" + n + "-x") instanceof Outcome.Done<SignIn>);
        assertThat(accepted).isEqualTo(1);
    }

    @Test
    void twenty_requests_for_one_recipient_are_one_message() {
        fixture.member("ana@acme.example");
        int before = fixture.postbox.all().size();
        int sent = ParallelRun.winners(
                20, n -> fixture.requestCode("ana@acme.example") instanceof Outcome.Done<CodeLogin.Sent>);
        assertThat(sent).isEqualTo(1);
        assertThat(fixture.deliver().postbox.all()).hasSize(before + 1);
    }

    @Test
    void twenty_registrations_at_once_are_one_account_and_one_message() {
        List<Secret> secrets =
                ParallelRun.run(20, n -> fixture.register(FlowFixture.registration("ana@acme.example", null, "ana")));
        assertThat(secrets).doesNotHaveDuplicates();
        assertThat(fixture.deliver().postbox.to("ana@acme.example")).hasSize(1);
        LinkProof link = fixture.linkTo("ana@acme.example");
        int proven = ParallelRun.winners(
                20,
                n -> fixture.auth
                                .registrations()
                                .confirmEmail(EmailConfirmation.of(link).withRegistration(secrets.get(n)))
                        instanceof Outcome.Done);
        assertThat(proven).isEqualTo(1);
        assertThat(fixture.login("ana", FlowFixture.PASSWORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void logins_at_once_with_an_old_hash_all_get_in() {
        fixture.people.imported("old@acme.example", "md5$s$" + Md5.of("sletmein-81"), true);
        int in = ParallelRun.winners(
                12, n -> fixture.login("old@acme.example", "letmein-81") instanceof Outcome.Done<SignIn>);
        assertThat(in).isEqualTo(12);
        assertThat(fixture.login("old@acme.example", "letmein-81")).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void two_proofs_of_one_imported_account_at_once_are_one_person() {
        for (int round = 0; round < 4; round++) {
            String address = "old" + round + "@acme.example";
            String number = "+5255123456" + (70 + round);
            imported(address, number);
            fixture.requestCode(address);
            fixture.requestSms(number);
            String byLetter = fixture.codeTo(address);
            String byText = fixture.codeTo(number);
            int in = ParallelRun.winners(
                    2,
                    n -> (n == 0
                                    ? fixture.enterCode(CodeIdentifier.email(address), byLetter)
                                    : fixture.enterCode(CodeIdentifier.phone(number), byText))
                            instanceof Outcome.Done<SignIn>);
            assertThat(in).isEqualTo(1);
        }
    }

    /** A person whose address and number were taken over, neither of them proven. */
    private void imported(String address, String number) {
        IdentifierRules rules = IdentifierRules.standard();
        Instant now = fixture.clock.instant();
        fixture.store.alone(tx -> tx.users()
                .insert(new NewUser(
                        List.of(
                                new IdentifierAssignment(rules.email(address).orElseThrow(), true, null),
                                new IdentifierAssignment(rules.phone(number).orElseThrow(), true, null)),
                        null,
                        UserInfo.Status.ORDINARY,
                        new UserInfo.Dates(now, null, null),
                        SettingsJson.EMPTY,
                        RowTimes.fresh(now))));
    }

    private static boolean enters(Auth node, @Nullable String challenge, String code) {
        return node.codes().verify(new CodeLogin.Attempt(ANA, challenge, Secret.of(code), FlowFixture.WEB))
                instanceof Outcome.Done<SignIn>;
    }

    private int attempts(String challenge) {
        return fixture.store
                .read(tx -> tx.codes().byChallenge(challenge))
                .orElseThrow()
                .state()
                .attempts();
    }

    private int sessions() {
        return fixture.store.read(tx -> {
            Identifier email =
                    IdentifierRules.standard().email("ana@acme.example").orElseThrow();
            StoredUser user = tx.users().byKey(email.kind(), email.key()).orElseThrow();
            return tx.sessions().live(user.info().id(), fixture.clock.instant()).size();
        });
    }
}
