package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin.Rank;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The first superuser comes by a secret, once; all other administrators by a superuser. */
@Tag("keys")
abstract class AdminAccountsContract extends FlowContract {

    private static final Secret RIGHT = Secret.of(FlowFixture.BOOTSTRAP);

    /** For those who extend it. */
    protected AdminAccountsContract() {}

    @Test
    void of_many_who_bootstrap_at_once_one_wins_and_the_secret_is_dead() {
        List<Auth> nodes = List.of(fixture.auth, fixture.secondNode());
        int won = ParallelRun.winners(
                8,
                n -> nodes.get(n % 2).admin().bootstrapSuperuser(RIGHT, admin("root" + n, Rank.SUPERUSER))
                        instanceof Outcome.Done);
        assertThat(won).isEqualTo(1);
        fixture.clock.advance(Duration.ofHours(2));
        assertThat(fixture.auth.admin().bootstrapSuperuser(RIGHT, admin("late", Rank.SUPERUSER)))
                .isEqualTo(refused(Refusal.FORBIDDEN));
    }

    @Test
    void the_secret_stays_dead_when_the_superuser_is_gone() {
        UserInfo root = fixture.auth
                .admin()
                .bootstrapSuperuser(RIGHT, admin("root", Rank.SUPERUSER))
                .orElseThrow();
        fixture.auth.admin().delete(root.id());
        assertThat(fixture.auth.admin().bootstrapSuperuser(RIGHT, admin("again", Rank.SUPERUSER)))
                .isEqualTo(refused(Refusal.FORBIDDEN));
    }

    @Test
    void the_secret_stays_dead_when_the_superuser_of_a_command_is_gone() {
        UserInfo root = fixture.auth
                .admin()
                .createFirstSuperuser(admin("root", Rank.SUPERUSER))
                .orElseThrow();
        fixture.auth.admin().delete(root.id());
        assertThat(fixture.auth.admin().bootstrapSuperuser(RIGHT, admin("again", Rank.SUPERUSER)))
                .isEqualTo(refused(Refusal.FORBIDDEN));
    }

    @Test
    void a_wrong_secret_opens_nothing_and_is_counted_and_the_right_one_never() {
        for (String wrong : List.of("", "x", FlowFixture.BOOTSTRAP + "0", "s\u00ebcret")) {
            assertThat(fixture.auth.admin().bootstrapSuperuser(Secret.of(wrong), admin("root", Rank.SUPERUSER)))
                    .isEqualTo(refused(Refusal.FORBIDDEN));
        }
        assertThat(fixture.auth.admin().bootstrapSuperuser(RIGHT, admin("staff", Rank.STAFF)))
                .isEqualTo(refused(Refusal.FORBIDDEN));
        for (int i = 0; i < 6; i++) {
            fixture.auth.admin().bootstrapSuperuser(Secret.of("x"), admin("root", Rank.SUPERUSER));
        }
        assertThat(fixture.auth.admin().bootstrapSuperuser(Secret.of("x"), admin("root", Rank.SUPERUSER)))
                .isEqualTo(refused(Refusal.THROTTLED));
        assertThat(fixture.auth.admin().bootstrapSuperuser(RIGHT, admin("root", Rank.SUPERUSER)))
                .as("whoever has the right one is not held up by others")
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void the_process_itself_makes_the_first_superuser_and_no_second() {
        assertThat(fixture.auth.admin().createFirstSuperuser(admin("staff", Rank.STAFF)))
                .isEqualTo(refused(Refusal.FORBIDDEN));
        assertThat(fixture.auth
                        .admin()
                        .createFirstSuperuser(new NewAdmin("root@acme.example", Secret.of("short"), Rank.SUPERUSER)))
                .returns(true, outcome -> outcome.isRefused(Refusal.INVALID_INPUT));
        assertThat(fixture.auth.admin().createFirstSuperuser(admin("root", Rank.SUPERUSER)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(fixture.auth.admin().createFirstSuperuser(admin("second", Rank.SUPERUSER)))
                .isEqualTo(refused(Refusal.FORBIDDEN));
        assertThat(fixture.auth.admin().bootstrapSuperuser(RIGHT, admin("third", Rank.SUPERUSER)))
                .isEqualTo(refused(Refusal.FORBIDDEN));
    }

    @Test
    void of_commands_and_requests_at_once_one_makes_the_first_superuser() {
        Auth second = fixture.secondNode();
        int made = ParallelRun.winners(12, n -> {
            NewAdmin root = admin("root" + n, Rank.SUPERUSER);
            Auth node = n % 4 < 2 ? fixture.auth : second;
            Outcome<UserInfo> result = n % 2 == 0
                    ? node.admin().createFirstSuperuser(root)
                    : node.admin().bootstrapSuperuser(RIGHT, root);
            return result.isDone();
        });
        assertThat(made).isEqualTo(1);
    }

    @Test
    void commands_at_once_make_one_superuser_where_the_secret_is_dead() {
        UserInfo root = fixture.auth
                .admin()
                .bootstrapSuperuser(RIGHT, admin("root", Rank.SUPERUSER))
                .orElseThrow();
        fixture.auth.admin().delete(root.id());
        int made = ParallelRun.winners(
                8,
                n -> fixture.auth.admin().createFirstSuperuser(admin("next" + n, Rank.SUPERUSER))
                        instanceof Outcome.Done);
        assertThat(made).isEqualTo(1);
    }

    @Test
    void a_superuser_opens_accounts_and_nobody_else_does() {
        fixture.auth.admin().bootstrapSuperuser(RIGHT, admin("root", Rank.SUPERUSER));
        Caller root = fixture.caller(fixture.signedIn("root@acme.example"));
        assertThat(fixture.auth.admin().createAdministratorAs(root, admin("staff", Rank.STAFF)))
                .extracting(Outcome::orElseThrow)
                .satisfies(created -> {
                    assertThat(created.status().staff()).isTrue();
                    assertThat(created.status().superuser()).isFalse();
                });
        assertThat(fixture.auth.admin().createAdministratorAs(root, admin("STAFF", Rank.STAFF)))
                .isEqualTo(refused(Refusal.EMAIL_TAKEN));
        Caller staff = fixture.caller(fixture.signedIn("staff@acme.example"));
        fixture.member("ana@acme.example");
        Caller ana = fixture.caller(fixture.signedIn("ana@acme.example"));
        for (Caller caller : List.of(staff, ana)) {
            assertThat(fixture.auth.admin().createAdministratorAs(caller, admin("mine", Rank.SUPERUSER)))
                    .isEqualTo(refused(Refusal.FORBIDDEN));
        }
        fixture.clock.advance(Duration.ofMinutes(11));
        assertThat(fixture.auth.admin().createAdministratorAs(root, admin("later", Rank.STAFF)))
                .isEqualTo(refused(Refusal.STEP_UP_REQUIRED));
    }

    @Test
    void the_password_policy_holds_for_administrators_too() {
        NewAdmin weak = new NewAdmin("root@acme.example", Secret.of("x"), Rank.SUPERUSER);
        assertThat(fixture.auth.admin().bootstrapSuperuser(RIGHT, weak))
                .returns(true, outcome -> outcome.isRefused(Refusal.INVALID_INPUT));
        assertThat(fixture.auth.admin().bootstrapSuperuser(RIGHT, admin("root", Rank.SUPERUSER)))
                .as("what was refused has not used the secret up")
                .isInstanceOf(Outcome.Done.class);
    }

    private static NewAdmin admin(String name, Rank rank) {
        return new NewAdmin(name + "@acme.example", Secret.of(FlowFixture.PASSWORD), rank);
    }

    private static Outcome<UserInfo> refused(Refusal why) {
        return Outcome.refused(why);
    }
}
