package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.AccountMerging.Merge;
import dev.lockstile.auth.hook.AuthHook;
import dev.lockstile.auth.hook.Verdict;
import dev.lockstile.auth.impersonation.ImpersonationSettings;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import org.junit.jupiter.api.BeforeEach;

/** Two accounts, and who may merge them. */
abstract class MergeFixture extends FlowContract {

    static final String ANA = "ana@acme.example";
    static final String BEA = "bea@acme.example";
    static final String WHY = "ticket 7";

    Auth auth;
    Caller root;
    UserId ana;
    UserId bea;
    Verdict verdict;

    /** For those who extend it. */
    protected MergeFixture() {}

    @BeforeEach
    final void begin() {
        verdict = Verdict.allow();
        auth = node();
        auth.admin().createFirstSuperuser(admin("root", NewAdmin.Rank.SUPERUSER));
        root = caller("root@acme.example");
        fixture.member(ANA);
        fixture.member(BEA);
        ana = caller(ANA).user();
        bea = caller(BEA).user();
        fixture.events.clear();
    }

    final Auth node() {
        return fixture.nodeWith(builder -> builder.roles(
                        Role.named("desk").may(AdminPermission.USERS_MERGE),
                        Role.named("viewer").may(AdminPermission.USERS_READ),
                        Role.named("payer").may("orders:pay"))
                .impersonation(ImpersonationSettings.standard().allowOneFactor())
                .hook(new AuthHook() {
                    @Override
                    public Verdict beforeMerge(AccountMerge merge) {
                        return verdict;
                    }
                }));
    }

    final void assertConflict(UserId from, UserId into, FieldProblem conflict) {
        Outcome<Merge> refused = merge(root, from, into);
        assertRefused(refused, Refusal.INVALID_INPUT);
        assertThat(((Outcome.Refused<Merge>) refused).problems()).contains(conflict);
        assertThat(auth.admin().previewMergeAs(root, from, into).orElseThrow().conflicts())
                .contains(conflict);
    }

    static void assertRefused(Outcome<Merge> outcome, Refusal why) {
        assertThat(outcome.refusal()).contains(why);
    }

    final void assertBothAreThere() {
        assertThat(auth.admin().find(ana)).isPresent();
        assertThat(auth.admin().find(bea)).isPresent();
    }

    final Outcome<Merge> merge(Caller caller, UserId from, UserId into) {
        return auth.admin().mergeAs(caller, from, into, WHY);
    }

    final Caller staff(String name, String role) {
        UserId id = auth.admin()
                .createAdministratorAs(root, admin(name, NewAdmin.Rank.STAFF))
                .orElseThrow()
                .id();
        auth.admin().setRole(id, role);
        return caller(name + "@acme.example");
    }

    static NewAdmin admin(String name, NewAdmin.Rank rank) {
        return new NewAdmin(name + "@acme.example", Secret.of(FlowFixture.PASSWORD), rank);
    }

    final Caller caller(String email) {
        return auth.sessions()
                .authenticate(signIn(email).tokens().access().reveal())
                .orElseThrow();
    }

    final SignIn signIn(String email) {
        return FlowFixture.signIn(login(email));
    }

    final Outcome<SignIn> login(String email) {
        return auth.login().signIn(new PasswordLogin.Request(email, Secret.of(FlowFixture.PASSWORD), FlowFixture.WEB));
    }
}
