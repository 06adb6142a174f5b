package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.NewAdmin.Rank;
import dev.lockstile.auth.account.NewAdmin;
import dev.lockstile.auth.account.NewAdminResult.Why;
import dev.lockstile.auth.account.NewAdminResult;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.Contest;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The first superuser comes by a secret, once; all other administrators by a superuser. */
public abstract class AdminAccountsContract extends FlowContract {

    private static final Secret RIGHT = Secret.of(TestHouse.BOOTSTRAP);

    /** For those who extend it. */
    protected AdminAccountsContract() {}

    @Test
    void of_many_who_bootstrap_at_once_one_wins_and_the_secret_is_dead() {
        List<Auth> nodes = List.of(house.auth, house.secondNode());
        int won = Contest.winners(
                8,
                n -> nodes.get(n % 2).adminAccounts().bootstrap(RIGHT, admin("root" + n, Rank.SUPERUSER))
                        instanceof NewAdminResult.Created);
        assertThat(won).isEqualTo(1);
        house.clock.advance(Duration.ofHours(2));
        assertThat(house.auth.adminAccounts().bootstrap(RIGHT, admin("late", Rank.SUPERUSER)))
                .isEqualTo(refused(Why.FORBIDDEN));
    }

    @Test
    void the_secret_stays_dead_when_the_superuser_is_gone() {
        NewAdminResult.Created root =
                (NewAdminResult.Created) house.auth.adminAccounts().bootstrap(RIGHT, admin("root", Rank.SUPERUSER));
        house.auth.admin().delete(root.user().id());
        assertThat(house.auth.adminAccounts().bootstrap(RIGHT, admin("again", Rank.SUPERUSER)))
                .isEqualTo(refused(Why.FORBIDDEN));
    }

    @Test
    void a_wrong_secret_opens_nothing_and_is_counted_and_the_right_one_never() {
        for (String wrong : List.of("", "x", TestHouse.BOOTSTRAP + "0", "s\u00ebcret")) {
            assertThat(house.auth.adminAccounts().bootstrap(Secret.of(wrong), admin("root", Rank.SUPERUSER)))
                    .isEqualTo(refused(Why.FORBIDDEN));
        }
        assertThat(house.auth.adminAccounts().bootstrap(RIGHT, admin("staff", Rank.STAFF)))
                .isEqualTo(refused(Why.FORBIDDEN));
        for (int i = 0; i < 6; i++) {
            house.auth.adminAccounts().bootstrap(Secret.of("x"), admin("root", Rank.SUPERUSER));
        }
        assertThat(house.auth.adminAccounts().bootstrap(Secret.of("x"), admin("root", Rank.SUPERUSER)))
                .isEqualTo(refused(Why.THROTTLED));
        assertThat(house.auth.adminAccounts().bootstrap(RIGHT, admin("root", Rank.SUPERUSER)))
                .as("whoever has the right one is not held up by others")
                .isInstanceOf(NewAdminResult.Created.class);
    }

    @Test
    void the_process_itself_makes_the_first_superuser_and_no_second() {
        assertThat(house.auth.adminAccounts().createFirst(admin("staff", Rank.STAFF)))
                .isEqualTo(refused(Why.FORBIDDEN));
        assertThat(house.auth
                        .adminAccounts()
                        .createFirst(new NewAdmin("root@acme.example", Secret.of("short"), Rank.SUPERUSER)))
                .isInstanceOf(NewAdminResult.Invalid.class);
        assertThat(house.auth.adminAccounts().createFirst(admin("root", Rank.SUPERUSER)))
                .isInstanceOf(NewAdminResult.Created.class);
        assertThat(house.auth.adminAccounts().createFirst(admin("second", Rank.SUPERUSER)))
                .isEqualTo(refused(Why.FORBIDDEN));
        assertThat(house.auth.adminAccounts().bootstrap(RIGHT, admin("third", Rank.SUPERUSER)))
                .isEqualTo(refused(Why.FORBIDDEN));
    }

    @Test
    void of_commands_and_requests_at_once_one_makes_the_first_superuser() {
        Auth second = house.secondNode();
        int made = Contest.winners(12, n -> {
            NewAdmin root = admin("root" + n, Rank.SUPERUSER);
            Auth node = n % 4 < 2 ? house.auth : second;
            NewAdminResult result = n % 2 == 0
                    ? node.adminAccounts().createFirst(root)
                    : node.adminAccounts().bootstrap(RIGHT, root);
            return result instanceof NewAdminResult.Created;
        });
        assertThat(made).isEqualTo(1);
    }

    @Test
    void commands_at_once_make_one_superuser_where_the_secret_is_dead() {
        NewAdminResult.Created root =
                (NewAdminResult.Created) house.auth.adminAccounts().bootstrap(RIGHT, admin("root", Rank.SUPERUSER));
        house.auth.admin().delete(root.user().id());
        int made = Contest.winners(
                8,
                n -> house.auth.adminAccounts().createFirst(admin("next" + n, Rank.SUPERUSER))
                        instanceof NewAdminResult.Created);
        assertThat(made).isEqualTo(1);
    }

    @Test
    void a_superuser_opens_accounts_and_nobody_else_does() {
        house.auth.adminAccounts().bootstrap(RIGHT, admin("root", Rank.SUPERUSER));
        Caller root = house.caller(house.signedIn("root@acme.example"));
        assertThat(house.auth.adminAccounts().create(root, admin("staff", Rank.STAFF)))
                .isInstanceOfSatisfying(NewAdminResult.Created.class, created -> {
                    assertThat(created.user().standing().staff()).isTrue();
                    assertThat(created.user().standing().superuser()).isFalse();
                });
        assertThat(house.auth.adminAccounts().create(root, admin("STAFF", Rank.STAFF)))
                .isEqualTo(refused(Why.EMAIL_TAKEN));
        Caller staff = house.caller(house.signedIn("staff@acme.example"));
        house.member("ana@acme.example");
        Caller ana = house.caller(house.signedIn("ana@acme.example"));
        for (Caller caller : List.of(staff, ana)) {
            assertThat(house.auth.adminAccounts().create(caller, admin("mine", Rank.SUPERUSER)))
                    .isEqualTo(refused(Why.FORBIDDEN));
        }
        house.clock.advance(Duration.ofMinutes(11));
        assertThat(house.auth.adminAccounts().create(root, admin("later", Rank.STAFF)))
                .isEqualTo(refused(Why.REAUTHENTICATION_REQUIRED));
    }

    @Test
    void the_password_policy_holds_for_administrators_too() {
        NewAdmin weak = new NewAdmin("root@acme.example", Secret.of("x"), Rank.SUPERUSER);
        assertThat(house.auth.adminAccounts().bootstrap(RIGHT, weak)).isInstanceOf(NewAdminResult.Invalid.class);
        assertThat(house.auth.adminAccounts().bootstrap(RIGHT, admin("root", Rank.SUPERUSER)))
                .as("what was refused has not used the secret up")
                .isInstanceOf(NewAdminResult.Created.class);
    }

    private static NewAdmin admin(String name, Rank rank) {
        return new NewAdmin(name + "@acme.example", Secret.of(TestHouse.PASSWORD), rank);
    }

    private static NewAdminResult refused(Why why) {
        return new NewAdminResult.Refused(why);
    }
}
