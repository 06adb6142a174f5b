package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.ChangeProof;
import dev.lockstile.auth.account.ChangeResult;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.PendingChange;
import dev.lockstile.auth.account.ResetRequest;
import dev.lockstile.auth.login.LoginResult;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.Standing;
import dev.lockstile.auth.model.UserDates;
import dev.lockstile.auth.otp.CodeIdentifier;
import dev.lockstile.auth.otp.CodeLoginResult;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.Claim;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.RefreshResult;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The attacks on accounts that do not exist yet (Sudhodanan and Paverd, arXiv 2205.10174), each with the means that this
 * library has: somebody prepares an account on a victim's address and waits for the victim to come.
 */
public abstract class PreHijackingContract extends FlowContract {

    private static final String VICTIM = "victim@acme.example";
    private static final String VICTIMS_WORD = "the-owners-word-77";

    /** For those who extend it. */
    protected PreHijackingContract() {}

    @Test
    void merging_a_classic_account_with_another_way_in_leaves_the_attacker_outside() {
        house = rewired(settings -> settings.withSignUp(settings.signUp().allowSignUpByCode()));
        house.auth.accounts().register(TestHouse.registration(VICTIM, null, "trojan"));
        house.deliver();
        house.requestCode(VICTIM);
        assertThat(house.enterCode(CodeIdentifier.email(VICTIM), house.codeTo(VICTIM)))
                .isInstanceOf(CodeLoginResult.SignedIn.class);
        assertThat(house.login(VICTIM, TestHouse.PASSWORD)).isInstanceOf(LoginResult.Refused.class);
        assertThat(house.login("trojan", TestHouse.PASSWORD)).isInstanceOf(LoginResult.Refused.class);
    }

    @Test
    void a_confirmation_by_the_link_alone_leaves_the_attacker_outside() {
        house.auth.accounts().register(TestHouse.registration(VICTIM, "+525512345678", "trojan"));
        house.auth.accounts().confirmEmail(house.linkTo(VICTIM));
        assertThat(house.login(VICTIM, TestHouse.PASSWORD)).isInstanceOf(LoginResult.Refused.class);
        assertThat(house.login("trojan", TestHouse.PASSWORD)).isInstanceOf(LoginResult.Refused.class);
    }

    @Test
    void an_unexpired_session_ends_when_the_owner_comes() {
        house.imported(VICTIM, "md5$s$" + Md5.of("sletmein-81"), false);
        house = rewired(settings -> settings.withSignUp(settings.signUp().allowSignUpByCode()));
        house.requestCode(VICTIM);
        house.enterCode(CodeIdentifier.email(VICTIM), house.codeTo(VICTIM));
        assertThat(house.login(VICTIM, "letmein-81"))
                .as("what was set before the proof is gone")
                .isInstanceOf(LoginResult.Refused.class);

        SignIn attackers = resetAndSignIn("attackers-word-99");
        house.clock.advance(Duration.ofMinutes(2));
        resetAndSignIn(VICTIMS_WORD);
        assertThat(house.auth.sessions().refresh(attackers.tokens().refresh()))
                .isInstanceOf(RefreshResult.Refused.class);
    }

    @Test
    void a_trojan_identifier_is_none_until_it_is_proven() {
        house.auth.accounts().register(TestHouse.registration(VICTIM, "+525512345678", null));
        house.auth.accounts().confirmEmail(house.linkTo(VICTIM));
        int before = house.deliver().postbox.to("+525512345678").size();
        house.requestSms("+525512345678");
        assertThat(house.deliver().postbox.to("+525512345678"))
                .as("the number that came with the registration opens nothing")
                .hasSize(before);
        assertThat(house.login("+525512345678", TestHouse.PASSWORD)).isInstanceOf(LoginResult.Refused.class);
    }

    @Test
    void an_unexpired_change_of_address_dies_with_the_owners_reset() {
        house.member(VICTIM);
        Caller attacker = house.caller(house.signedIn(VICTIM));
        ChangeResult.Changed asked = (ChangeResult.Changed)
                house.auth.ownAccount().update(attacker, AccountChange.NONE.withEmail("attacker@evil.example"));
        PendingChange pending = asked.pending().get(0);
        String code = house.codeTo("attacker@evil.example");
        resetAndSignIn(VICTIMS_WORD);
        assertThat(house.auth
                        .ownAccount()
                        .confirmChange(attacker, new ChangeProof(pending.challengeId(), Secret.of(code))))
                .isInstanceOf(ChangeResult.Refused.class);
        assertThat(house.login(VICTIM, VICTIMS_WORD)).isInstanceOf(LoginResult.SignedIn.class);
    }

    @Test
    void an_identity_provider_that_does_not_verify_has_no_say() {
        // Only a proof through the address itself makes it anybody's: a registration that nobody proved owns nothing.
        house.auth.accounts().register(TestHouse.registration(VICTIM, null, null));
        house.deliver();
        house.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, VICTIM, null));
        assertThat(house.deliver().postbox.to(VICTIM)).hasSize(1);
        house.clock.advance(Duration.ofDays(2));
        house.member(VICTIM);
        assertThat(house.signedIn(VICTIM).user().handles().email().isVerified()).isTrue();
    }

    @Test
    void an_address_set_free_by_the_first_proof_does_not_come_back_by_an_old_code() {
        String number = "+525512345678";
        String attackers = "attacker@evil.example";
        importedWith(attackers, number);
        house.requestCode(attackers);
        house.deliver();
        house.requestSms(number);
        assertThat(house.enterCode(CodeIdentifier.phone(number), house.codeTo(number)))
                .isInstanceOf(CodeLoginResult.SignedIn.class);
        house.clock.advance(Duration.ofHours(2));
        int before = house.deliver().postbox.to(attackers).size();
        house.requestCode(attackers);
        assertThat(house.deliver().postbox.to(attackers))
                .as("the account is somebody's by now")
                .hasSize(before);
    }

    /** A person of the former system whose address and number nobody has proven. */
    private void importedWith(String address, String phone) {
        IdentifierRules rules = IdentifierRules.standard();
        Instant now = house.clock.instant();
        List<Claim> claims = List.of(
                new Claim(rules.email(address).orElseThrow(), true, null),
                new Claim(rules.phone(phone).orElseThrow(), true, null));
        UserDates dates = new UserDates(now, null, null);
        NewUser user = new NewUser(claims, null, Standing.ORDINARY, dates, SettingsJson.EMPTY, RowTimes.fresh(now));
        house.store.alone(tx -> tx.users().insert(user));
    }

    private SignIn resetAndSignIn(String password) {
        house.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, VICTIM, null));
        house.auth.passwords().confirmReset(house.linkTo(VICTIM), Secret.of(password));
        return TestHouse.signIn(house.login(VICTIM, password));
    }
}
