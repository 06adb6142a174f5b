package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.account.OwnAccount.DeletionProof;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.hook.AuthHook.Deletion;
import dev.lockstile.auth.hook.AuthHook.NewAccount;
import dev.lockstile.auth.hook.AuthHook.NewIdentifier;
import dev.lockstile.auth.hook.AuthHook.NewSession;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A hook of the host is asked inside the transaction; its veto rolls all back and tells an attacker nothing. */
@Tag("columns")
@Tag("transactions")
abstract class HookContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final String NEW = "new.ana@acme.example";
    private static final String REASON = "invitation_missing";
    private static final DeletionProof PASSWORD = new DeletionProof.Password(Secret.of(FlowFixture.PASSWORD));
    private static final Outcome<OwnAccount.Changed> NOT_ALLOWED = Outcome.refused(Refusal.FORBIDDEN);

    /** For those who extend it. */
    protected HookContract() {}

    @Test
    void a_vetoed_registration_looks_like_any_other_and_leaves_nothing() {
        fixture.doorkeeper.refuse(REASON);
        assertThat(register()).isInstanceOf(Outcome.Done.class);
        assertThat(asked(NewAccount.class).by()).isEqualTo(NewAccount.By.REGISTRATION);
        assertThat(asked(NewAccount.class).user().email()).isEqualTo(ANA);
        assertThat(fixture.deliver().postbox.all()).isEmpty();
        assertRefused("user_create_fail");

        fixture.doorkeeper.relent();
        fixture.member(ANA);
        assertThat(fixture.login(ANA, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_hook_is_not_asked_about_an_address_that_is_taken() {
        fixture.member(ANA);
        fixture.doorkeeper.refuse(REASON);
        assertThat(register()).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.doorkeeper.asked).isEmpty();
    }

    @Test
    void a_vetoed_sign_in_answers_like_a_wrong_password() {
        fixture.member(ANA);
        fixture.doorkeeper.refuse(REASON);
        Outcome<SignIn> wrong = fixture.login(ANA, "wrong-word-1");
        Outcome<SignIn> unknown = fixture.login("nobody@acme.example", FlowFixture.PASSWORD);
        assertThat(fixture.doorkeeper.asked)
                .as("only who has proven who they are is asked about")
                .isEmpty();
        fixture.events.clear();
        assertThat(fixture.login(ANA, FlowFixture.PASSWORD)).isEqualTo(wrong).isEqualTo(unknown);
        assertThat(asked(NewSession.class).client()).isEqualTo(FlowFixture.WEB);
        assertRefused("authn_login_fail");

        fixture.doorkeeper.relent();
        Caller ana = fixture.caller(fixture.signedIn(ANA));
        assertThat(fixture.auth.sessions().list(ana)).hasSize(1);
    }

    @Test
    void a_code_is_not_used_up_by_a_veto() {
        fixture.member(ANA);
        fixture.requestCode(ANA);
        String code = fixture.codeTo(ANA);
        CodeIdentifier ana = CodeIdentifier.email(ANA);
        Outcome<SignIn> wrong = fixture.enterCode(ana, FlowFixture.not(code));
        fixture.doorkeeper.refuse(REASON);
        fixture.events.clear();
        assertThat(fixture.enterCode(ana, code)).isEqualTo(wrong);
        assertRefused("authn_login_fail");
        fixture.doorkeeper.relent();
        assertThat(fixture.enterCode(ana, code)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_code_opens_no_account_against_a_veto() {
        fixture = rewired(settings -> settings.withSignUp(settings.signUp().allowSignUpByCode()));
        fixture.requestCode(ANA);
        String code = fixture.codeTo(ANA);
        CodeIdentifier ana = CodeIdentifier.email(ANA);
        fixture.doorkeeper.refuse(REASON);
        assertThat(fixture.enterCode(ana, code)).isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
        assertThat(asked(NewAccount.class).by()).isEqualTo(NewAccount.By.CODE);
        fixture.doorkeeper.relent();
        assertThat(fixture.enterCode(ana, code)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.doorkeeper.asked).hasSize(2).first().isInstanceOf(NewAccount.class);
    }

    @Test
    void a_vetoed_user_name_is_not_taken_and_ends_no_session() {
        fixture.member(ANA);
        Caller elsewhere = fixture.caller(fixture.signedIn(ANA));
        Caller ana = fixture.caller(fixture.signedIn(ANA));
        fixture.doorkeeper.refuse(REASON);
        fixture.events.clear();
        assertThat(fixture.auth.ownAccount().update(ana, AccountChange.NONE.withUsername("ana")))
                .isEqualTo(NOT_ALLOWED);
        assertThat(asked(NewIdentifier.class).next().value()).isEqualTo("ana");
        assertRefused("user_update_fail");
        assertThat(fixture.auth.sessions().list(elsewhere)).hasSize(2);
        fixture.doorkeeper.relent();
        assertThat(fixture.login("ana", FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_vetoed_address_takes_no_place() {
        fixture.member(ANA);
        Caller ana = fixture.caller(fixture.signedIn(ANA));
        OwnAccount.Changed asked = fixture.auth
                .ownAccount()
                .update(ana, AccountChange.NONE.withEmail(NEW))
                .orElseThrow();
        String challenge = asked.pending().get(0).challengeId();
        ChangeProof proof = new ChangeProof(challenge, Secret.of(fixture.codeTo(NEW)));
        int letters = fixture.postbox.all().size();
        fixture.doorkeeper.refuse(REASON);
        fixture.events.clear();
        assertThat(fixture.auth.ownAccount().confirmChange(ana, proof)).isEqualTo(NOT_ALLOWED);
        assertThat(asked(NewIdentifier.class).before().email()).isEqualTo(ANA);
        assertRefused("user_update_fail");
        assertThat(fixture.deliver().postbox.all()).hasSize(letters);
        fixture.doorkeeper.relent();
        assertThat(fixture.login(NEW, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.auth.ownAccount().confirmChange(ana, proof)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_vetoed_deletion_deletes_nothing() {
        fixture.member(ANA);
        Caller ana = fixture.caller(fixture.signedIn(ANA));
        fixture.doorkeeper.refuse(REASON);
        fixture.auth.ownAccount().delete(ana, new DeletionProof.Password(Secret.of("wrong-word-1")));
        assertThat(fixture.doorkeeper.asked).isEmpty();
        fixture.events.clear();
        assertThat(fixture.auth.ownAccount().delete(ana, PASSWORD)).isEqualTo(Outcome.refused(Refusal.FORBIDDEN));
        assertThat(asked(Deletion.class).byOwner()).isTrue();
        assertRefused("user_delete_fail");
        fixture.events.clear();
        assertThat(fixture.auth.admin().delete(ana.user())).isFalse();
        assertThat(asked(Deletion.class).byOwner()).isFalse();
        assertRefused("authz_admin_fail");
        assertThat(fixture.auth.sessions().list(ana)).hasSize(1);
    }

    @Test
    void a_vetoed_administrator_spends_no_secret() {
        NewAdmin root = new NewAdmin("root@acme.example", Secret.of(FlowFixture.PASSWORD), NewAdmin.Rank.SUPERUSER);
        fixture.doorkeeper.refuse(REASON);
        assertThat(fixture.auth.admin().bootstrapSuperuser(Secret.of(FlowFixture.BOOTSTRAP), root))
                .isEqualTo(Outcome.refused(Refusal.FORBIDDEN));
        assertRefused("authz_admin_fail");
        fixture.doorkeeper.relent();
        assertThat(fixture.auth.admin().bootstrapSuperuser(Secret.of(FlowFixture.BOOTSTRAP), root))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_hook_that_fails_lets_nothing_through() {
        fixture.member(ANA);
        fixture.doorkeeper.stumble(new IllegalStateException("the host's own defect"));
        fixture.events.clear();
        assertThatThrownBy(() -> fixture.login(ANA, FlowFixture.PASSWORD)).isInstanceOf(IllegalStateException.class);
        assertThat(fixture.events).hasSize(1);
        assertThat(fixture.events.get(0).detail()).endsWith("error");
        fixture.doorkeeper.relent();
        Caller ana = fixture.caller(fixture.signedIn(ANA));
        assertThat(fixture.auth.sessions().list(ana)).hasSize(1);
    }

    private Outcome<Registration.Accepted> register() {
        return fixture.auth.registrations().register(FlowFixture.registration(ANA, null, null));
    }

    /** The last question, of this kind. */
    private <Q> Q asked(Class<Q> kind) {
        List<Object> asked = fixture.doorkeeper.asked;
        assertThat(asked).isNotEmpty();
        return kind.cast(asked.get(asked.size() - 1));
    }

    private void assertRefused(String name) {
        assertThat(fixture.events).hasSize(1);
        AuthEvent told = fixture.events.get(0);
        assertThat(told.name()).isEqualTo(name);
        assertThat(told.succeeded()).isFalse();
        assertThat(told.detail()).endsWith("vetoed " + REASON);
    }
}
