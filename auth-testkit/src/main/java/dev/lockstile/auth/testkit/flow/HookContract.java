package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.AccountRefusal;
import dev.lockstile.auth.account.ChangeProof;
import dev.lockstile.auth.account.ChangeResult;
import dev.lockstile.auth.account.DeletionProof;
import dev.lockstile.auth.account.DeletionResult;
import dev.lockstile.auth.account.NewAdmin;
import dev.lockstile.auth.account.NewAdminResult;
import dev.lockstile.auth.account.RegisterResult;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.hook.Deletion;
import dev.lockstile.auth.hook.NewAccount;
import dev.lockstile.auth.hook.NewIdentifier;
import dev.lockstile.auth.hook.NewSession;
import dev.lockstile.auth.login.LoginResult;
import dev.lockstile.auth.otp.CodeIdentifier;
import dev.lockstile.auth.otp.CodeLoginResult;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A hook of the host is asked inside the transaction; its veto rolls all back and tells an attacker nothing. */
public abstract class HookContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final String NEW = "new.ana@acme.example";
    private static final String REASON = "invitation_missing";
    private static final DeletionProof PASSWORD = new DeletionProof.Password(Secret.of(TestHouse.PASSWORD));
    private static final ChangeResult NOT_ALLOWED = new ChangeResult.Refused(AccountRefusal.NOT_ALLOWED);

    /** For those who extend it. */
    protected HookContract() {}

    @Test
    void a_vetoed_registration_looks_like_any_other_and_leaves_nothing() {
        house.doorkeeper.refuse(REASON);
        assertThat(register()).isInstanceOf(RegisterResult.Accepted.class);
        assertThat(asked(NewAccount.class).by()).isEqualTo(NewAccount.By.REGISTRATION);
        assertThat(asked(NewAccount.class).user().email()).isEqualTo(ANA);
        assertThat(house.deliver().postbox.all()).isEmpty();
        assertRefused("user_create_fail");

        house.doorkeeper.relent();
        house.member(ANA);
        assertThat(house.login(ANA, TestHouse.PASSWORD)).isInstanceOf(LoginResult.SignedIn.class);
    }

    @Test
    void a_hook_is_not_asked_about_an_address_that_is_taken() {
        house.member(ANA);
        house.doorkeeper.refuse(REASON);
        assertThat(register()).isInstanceOf(RegisterResult.Accepted.class);
        assertThat(house.doorkeeper.asked).isEmpty();
    }

    @Test
    void a_vetoed_sign_in_answers_like_a_wrong_password() {
        house.member(ANA);
        house.doorkeeper.refuse(REASON);
        LoginResult wrong = house.login(ANA, "wrong-word-1");
        LoginResult unknown = house.login("nobody@acme.example", TestHouse.PASSWORD);
        assertThat(house.doorkeeper.asked)
                .as("only who has proven who they are is asked about")
                .isEmpty();
        house.events.clear();
        assertThat(house.login(ANA, TestHouse.PASSWORD)).isEqualTo(wrong).isEqualTo(unknown);
        assertThat(asked(NewSession.class).client()).isEqualTo(TestHouse.WEB);
        assertRefused("authn_login_fail");

        house.doorkeeper.relent();
        Caller ana = house.caller(house.signedIn(ANA));
        assertThat(house.auth.sessions().list(ana)).hasSize(1);
    }

    @Test
    void a_code_is_not_used_up_by_a_veto() {
        house.member(ANA);
        house.requestCode(ANA);
        String code = house.codeTo(ANA);
        CodeIdentifier ana = CodeIdentifier.email(ANA);
        CodeLoginResult wrong = house.enterCode(ana, TestHouse.not(code));
        house.doorkeeper.refuse(REASON);
        house.events.clear();
        assertThat(house.enterCode(ana, code)).isEqualTo(wrong);
        assertRefused("authn_login_fail");
        house.doorkeeper.relent();
        assertThat(house.enterCode(ana, code)).isInstanceOf(CodeLoginResult.SignedIn.class);
    }

    @Test
    void a_code_opens_no_account_against_a_veto() {
        house = rewired(settings -> settings.withSignUp(settings.signUp().allowSignUpByCode()));
        house.requestCode(ANA);
        String code = house.codeTo(ANA);
        CodeIdentifier ana = CodeIdentifier.email(ANA);
        house.doorkeeper.refuse(REASON);
        assertThat(house.enterCode(ana, code)).isInstanceOf(CodeLoginResult.Refused.class);
        assertThat(asked(NewAccount.class).by()).isEqualTo(NewAccount.By.CODE);
        house.doorkeeper.relent();
        assertThat(house.enterCode(ana, code)).isInstanceOf(CodeLoginResult.SignedIn.class);
        assertThat(house.doorkeeper.asked).hasSize(2).first().isInstanceOf(NewAccount.class);
    }

    @Test
    void a_vetoed_user_name_is_not_taken_and_ends_no_session() {
        house.member(ANA);
        Caller elsewhere = house.caller(house.signedIn(ANA));
        Caller ana = house.caller(house.signedIn(ANA));
        house.doorkeeper.refuse(REASON);
        house.events.clear();
        assertThat(house.auth.ownAccount().update(ana, AccountChange.NONE.withUsername("ana")))
                .isEqualTo(NOT_ALLOWED);
        assertThat(asked(NewIdentifier.class).next().value()).isEqualTo("ana");
        assertRefused("user_update_fail");
        assertThat(house.auth.sessions().list(elsewhere)).hasSize(2);
        house.doorkeeper.relent();
        assertThat(house.login("ana", TestHouse.PASSWORD)).isInstanceOf(LoginResult.Refused.class);
    }

    @Test
    void a_vetoed_address_takes_no_place() {
        house.member(ANA);
        Caller ana = house.caller(house.signedIn(ANA));
        ChangeResult.Changed asked =
                (ChangeResult.Changed) house.auth.ownAccount().update(ana, AccountChange.NONE.withEmail(NEW));
        String challenge = asked.pending().get(0).challengeId();
        ChangeProof proof = new ChangeProof(challenge, Secret.of(house.codeTo(NEW)));
        int letters = house.postbox.all().size();
        house.doorkeeper.refuse(REASON);
        house.events.clear();
        assertThat(house.auth.ownAccount().confirmChange(ana, proof)).isEqualTo(NOT_ALLOWED);
        assertThat(asked(NewIdentifier.class).before().email()).isEqualTo(ANA);
        assertRefused("user_update_fail");
        assertThat(house.deliver().postbox.all()).hasSize(letters);
        house.doorkeeper.relent();
        assertThat(house.login(NEW, TestHouse.PASSWORD)).isInstanceOf(LoginResult.Refused.class);
        assertThat(house.auth.ownAccount().confirmChange(ana, proof)).isInstanceOf(ChangeResult.Changed.class);
    }

    @Test
    void a_vetoed_deletion_deletes_nothing() {
        house.member(ANA);
        Caller ana = house.caller(house.signedIn(ANA));
        house.doorkeeper.refuse(REASON);
        house.auth.ownAccount().delete(ana, new DeletionProof.Password(Secret.of("wrong-word-1")));
        assertThat(house.doorkeeper.asked).isEmpty();
        house.events.clear();
        assertThat(house.auth.ownAccount().delete(ana, PASSWORD))
                .isEqualTo(new DeletionResult.Refused(AccountRefusal.NOT_ALLOWED));
        assertThat(asked(Deletion.class).byOwner()).isTrue();
        assertRefused("user_delete_fail");
        house.events.clear();
        assertThat(house.auth.admin().delete(ana.user())).isFalse();
        assertThat(asked(Deletion.class).byOwner()).isFalse();
        assertRefused("authz_admin_fail");
        assertThat(house.auth.sessions().list(ana)).hasSize(1);
    }

    @Test
    void a_vetoed_administrator_spends_no_secret() {
        NewAdmin root = new NewAdmin("root@acme.example", Secret.of(TestHouse.PASSWORD), NewAdmin.Rank.SUPERUSER);
        house.doorkeeper.refuse(REASON);
        assertThat(house.auth.adminAccounts().bootstrap(Secret.of(TestHouse.BOOTSTRAP), root))
                .isEqualTo(new NewAdminResult.Refused(NewAdminResult.Why.FORBIDDEN));
        assertRefused("authz_admin_fail");
        house.doorkeeper.relent();
        assertThat(house.auth.adminAccounts().bootstrap(Secret.of(TestHouse.BOOTSTRAP), root))
                .isInstanceOf(NewAdminResult.Created.class);
    }

    @Test
    void a_hook_that_fails_lets_nothing_through() {
        house.member(ANA);
        house.doorkeeper.stumble(new IllegalStateException("the host's own defect"));
        house.events.clear();
        assertThatThrownBy(() -> house.login(ANA, TestHouse.PASSWORD)).isInstanceOf(IllegalStateException.class);
        assertThat(house.events).hasSize(1);
        assertThat(house.events.get(0).detail()).endsWith("error");
        house.doorkeeper.relent();
        Caller ana = house.caller(house.signedIn(ANA));
        assertThat(house.auth.sessions().list(ana)).hasSize(1);
    }

    private RegisterResult register() {
        return house.auth.accounts().register(TestHouse.registration(ANA, null, null));
    }

    /** The last question, of this kind. */
    private <Q> Q asked(Class<Q> kind) {
        List<Object> asked = house.doorkeeper.asked;
        assertThat(asked).isNotEmpty();
        return kind.cast(asked.get(asked.size() - 1));
    }

    private void assertRefused(String name) {
        assertThat(house.events).hasSize(1);
        AuthEvent told = house.events.get(0);
        assertThat(told.name()).isEqualTo(name);
        assertThat(told.succeeded()).isFalse();
        assertThat(told.detail()).endsWith("vetoed " + REASON);
    }
}
