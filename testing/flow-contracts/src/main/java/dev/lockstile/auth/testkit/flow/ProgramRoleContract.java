package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.account.AuthorizedAdministration.UserProfile;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordAdministration.TemporaryPassword;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.account.SignUpSettings;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An account in a role for programs is closed to people, even one with a password, a proven address and a session.
 */
@Tag("keys")
abstract class ProgramRoleContract extends ProgramFixture {

    /** For those who extend it. */
    protected ProgramRoleContract() {}

    private void plant() {
        plant(ana);
    }

    @Test
    void a_password_is_answered_as_a_wrong_one() {
        plant();
        assertThat(login(ANA).isRefused(Refusal.INVALID_CREDENTIALS)).isTrue();
        assertThat(auth.admin().find(ana).orElseThrow().status()).isEqualTo(UserInfo.Status.ORDINARY.ofProgram());
    }

    @Test
    void no_code_no_link_and_no_reset_is_sent() {
        plant();
        int before = fixture.postbox.to(ANA).size();
        auth.codes().request(new CodeLogin.Request(CodeIdentifier.email(ANA), Channel.EMAIL, null));
        auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, ANA, null));
        while (auth.messages().dispatchDue() > 0) {
            // until nothing is due
        }
        assertThat(fixture.postbox.to(ANA)).hasSize(before);
    }

    @Test
    void a_code_and_a_reset_that_were_sent_before_open_nothing() {
        fixture.requestCode(ANA);
        String code = fixture.codeTo(ANA);
        auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, ANA, null));
        LinkProof link = fixture.linkTo(ANA);
        plant();
        assertThat(FlowFixture.enterCode(auth, CodeIdentifier.email(ANA), code).isDone())
                .isFalse();
        assertThat(auth.passwords()
                        .confirmReset(link, Secret.of("silver-orchard-5521"))
                        .isDone())
                .isFalse();
    }

    @Test
    void a_session_that_is_open_ends() {
        SignIn before = FlowFixture.signIn(login(ANA));
        Caller ana =
                auth.sessions().authenticate(before.tokens().access().reveal()).orElseThrow();
        plant();
        assertThat(auth.sessions().refresh(before.tokens().refresh()).isDone()).isFalse();
        assertThat(auth.apiKeys().list(ana)).isEqualTo(Outcome.refused(Refusal.SESSION_ENDED));
    }

    @Test
    void staff_neither_act_for_it_nor_give_it_a_password_nor_merge_it() {
        fixture.member("bea@acme.example");
        UserId bea = caller("bea@acme.example").user();
        plant();
        assertThat(auth.impersonation().begin(root, ana, WHY).refusal()).contains(Refusal.FORBIDDEN);
        assertThat(auth.admin()
                        .setTemporaryPasswordAs(root, ana, TemporaryPassword.made(), WHY)
                        .refusal())
                .contains(Refusal.NO_PROVEN_ADDRESS);
        assertThat(auth.admin().requestPasswordResetAs(root, ana, WHY)).isEqualTo(Change.UNCHANGED);
        assertThat(auth.admin().mergeAs(root, ana, bea, WHY).refusal()).contains(Refusal.FORBIDDEN);
        assertThat(auth.admin().mergeAs(root, bea, ana, WHY).refusal()).contains(Refusal.FORBIDDEN);
        assertThat(auth.admin().merge(bea, ana, WHY).refusal()).contains(Refusal.FORBIDDEN);
    }

    @Test
    void a_role_for_programs_is_neither_given_nor_taken_away() {
        ProfileId profile = caller(ANA).profile();
        assertThat(auth.admin().setRoleAs(root, ana, "exporter", WHY)).isEqualTo(Change.FORBIDDEN);
        assertThat(auth.admin().setRoleAs(root, new UserProfile(ana, profile), "Exporter", WHY))
                .isEqualTo(Change.FORBIDDEN);
        assertThatThrownBy(() -> auth.admin().setRole(ana, "EXPORTER")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> auth.admin().setRole(ana, profile, "exporter"))
                .isInstanceOf(IllegalArgumentException.class);
        plant();
        assertThat(auth.admin().setRoleAs(root, ana, "USER", WHY)).isEqualTo(Change.FORBIDDEN);
        assertThat(auth.admin().setRoleAs(root, new UserProfile(ana, profile), "desk", WHY))
                .isEqualTo(Change.FORBIDDEN);
        assertThat(auth.admin().setRole(ana, "USER")).isFalse();
        assertThat(auth.admin().setRole(ana, profile, "USER")).isFalse();
    }

    @Test
    void an_account_of_a_person_is_not_opened_in_it() {
        Outcome<?> wrong = Outcome.invalid(List.of(FieldProblem.of("role", "invalid_role")));
        AccountDraft draft = AccountDraft.ofEmail("bot@acme.example").withRole("exporter");
        assertThat(auth.admin().create(draft)).isEqualTo(wrong);
        assertThat(auth.admin().createAs(root, draft, WHY)).isEqualTo(wrong);
        assertThat(auth.admin().inviteAs(root, draft, Duration.ofDays(1), WHY)).isEqualTo(wrong);
    }

    @Test
    void it_is_no_role_of_new_accounts() {
        AuthSettings settings = FlowFixture.settings().withSignUp(new SignUpSettings(false, false, false, "exporter"));
        assertThatThrownBy(() -> fixture.nodeWith(
                        settings,
                        builder -> builder.roles(Role.named("exporter").forPrograms())))
                .isInstanceOf(AuthSetupException.class)
                .hasMessageContaining("default-role-of-programs");
    }
}
