package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordResult;
import dev.lockstile.auth.account.ProofResult;
import dev.lockstile.auth.account.ResetRequest;
import dev.lockstile.auth.login.LoginResult;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.Standing;
import dev.lockstile.auth.model.UserDates;
import dev.lockstile.auth.otp.CodeAttempt;
import dev.lockstile.auth.otp.CodeIdentifier;
import dev.lockstile.auth.otp.CodeLoginResult;
import dev.lockstile.auth.otp.CodeRequestResult;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.Claim;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.testkit.contract.Contest;
import dev.lockstile.auth.token.RefreshResult;
import dev.lockstile.auth.token.SignIn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Many at the same moment, over two nodes on one store: the counts hold whatever the order. */
public abstract class RaceContract extends FlowContract {

    private static final CodeIdentifier ANA = CodeIdentifier.email("ana@acme.example");

    @Test
    void a_hundred_wrong_guesses_at_once_are_five() {
        house.member("ana@acme.example");
        CodeRequestResult.Sent sent = (CodeRequestResult.Sent) house.requestCode("ana@acme.example");
        String code = house.codeTo("ana@acme.example");
        List<Auth> nodes = List.of(house.auth, house.secondNode());
        int in = Contest.winners(100, n -> enters(nodes.get(n % 2), sent.challengeId(), TestHouse.not(code)));
        assertThat(in).isZero();
        assertThat(attempts(sent.challengeId())).isEqualTo(5);
        assertThat(house.enterCode(ANA, code)).isInstanceOf(CodeLoginResult.Refused.class);
    }

    @Test
    void fifty_right_guesses_at_once_are_one_session() {
        house.member("ana@acme.example");
        house.requestCode("ana@acme.example");
        String code = house.codeTo("ana@acme.example");
        List<Auth> nodes = List.of(house.auth, house.secondNode());
        int in = Contest.winners(50, n -> enters(nodes.get(n % 2), null, code));
        assertThat(in).isEqualTo(1);
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void fifty_refreshes_of_one_token_are_one_new_chain() {
        house.member("ana@acme.example");
        SignIn ana = house.signedIn("ana@acme.example");
        List<Auth> nodes = List.of(house.auth, house.secondNode());
        int won = Contest.winners(
                50,
                n -> nodes.get(n % 2).sessions().refresh(ana.tokens().refresh()) instanceof RefreshResult.Refreshed);
        assertThat(won).isEqualTo(1);
        assertThat(sessions()).isLessThanOrEqualTo(1);
    }

    @Test
    void twenty_uses_of_one_reset_link_are_one_new_password() {
        house.member("ana@acme.example");
        house.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, "ana@acme.example", null));
        LinkProof link = house.linkTo("ana@acme.example");
        int won = Contest.winners(
                20,
                n -> house.auth.passwords().confirmReset(link, Secret.of("new-word-of-" + n + "-x"))
                        instanceof PasswordResult.Changed);
        assertThat(won).isEqualTo(1);
        int accepted = Contest.winners(
                20, n -> house.login("ana@acme.example", "new-word-of-" + n + "-x") instanceof LoginResult.SignedIn);
        assertThat(accepted).isEqualTo(1);
    }

    @Test
    void twenty_requests_for_one_recipient_are_one_message() {
        house.member("ana@acme.example");
        int before = house.postbox.all().size();
        int sent = Contest.winners(20, n -> house.requestCode("ana@acme.example") instanceof CodeRequestResult.Sent);
        assertThat(sent).isEqualTo(1);
        assertThat(house.deliver().postbox.all()).hasSize(before + 1);
    }

    @Test
    void twenty_registrations_at_once_are_one_account_and_one_message() {
        List<Secret> secrets =
                Contest.run(20, n -> house.register(TestHouse.registration("ana@acme.example", null, "ana")));
        assertThat(secrets).doesNotHaveDuplicates();
        assertThat(house.deliver().postbox.to("ana@acme.example")).hasSize(1);
        LinkProof link = house.linkTo("ana@acme.example");
        int proven = Contest.winners(
                20,
                n -> house.auth
                                .accounts()
                                .confirmEmail(EmailConfirmation.of(link).withRegistration(secrets.get(n)))
                        instanceof ProofResult.Proven);
        assertThat(proven).isEqualTo(1);
        assertThat(house.login("ana", TestHouse.PASSWORD)).isInstanceOf(LoginResult.SignedIn.class);
    }

    @Test
    void logins_at_once_with_an_old_hash_all_get_in() {
        house.imported("old@acme.example", "md5$s$" + Md5.of("sletmein-81"), true);
        int in =
                Contest.winners(12, n -> house.login("old@acme.example", "letmein-81") instanceof LoginResult.SignedIn);
        assertThat(in).isEqualTo(12);
        assertThat(house.login("old@acme.example", "letmein-81")).isInstanceOf(LoginResult.SignedIn.class);
    }

    @Test
    void two_proofs_of_one_imported_account_at_once_are_one_person() {
        for (int round = 0; round < 4; round++) {
            String address = "old" + round + "@acme.example";
            String number = "+5255123456" + (70 + round);
            imported(address, number);
            house.requestCode(address);
            house.requestSms(number);
            String byLetter = house.codeTo(address);
            String byText = house.codeTo(number);
            int in = Contest.winners(
                    2,
                    n -> (n == 0
                                    ? house.enterCode(CodeIdentifier.email(address), byLetter)
                                    : house.enterCode(CodeIdentifier.phone(number), byText))
                            instanceof CodeLoginResult.SignedIn);
            assertThat(in).isEqualTo(1);
        }
    }

    /** A person whose address and number were taken over, neither of them proven. */
    private void imported(String address, String number) {
        IdentifierRules rules = IdentifierRules.standard();
        Instant now = house.clock.instant();
        house.store.alone(tx -> tx.users()
                .insert(new NewUser(
                        List.of(
                                new Claim(rules.email(address).orElseThrow(), true, null),
                                new Claim(rules.phone(number).orElseThrow(), true, null)),
                        null,
                        Standing.ORDINARY,
                        new UserDates(now, null, null),
                        SettingsJson.EMPTY,
                        RowTimes.fresh(now))));
    }

    private static boolean enters(Auth node, @Nullable String challenge, String code) {
        return node.codes().verify(new CodeAttempt(ANA, challenge, Secret.of(code), TestHouse.WEB))
                instanceof CodeLoginResult.SignedIn;
    }

    private int attempts(String challenge) {
        return house.store
                .read(tx -> tx.codes().byChallenge(challenge))
                .orElseThrow()
                .state()
                .attempts();
    }

    private int sessions() {
        return house.store.read(tx -> {
            Identifier email =
                    IdentifierRules.standard().email("ana@acme.example").orElseThrow();
            StoredUser user = tx.users().byKey(email.kind(), email.key()).orElseThrow();
            return tx.sessions().live(user.info().id(), house.clock.instant()).size();
        });
    }
}
