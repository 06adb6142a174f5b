package dev.lockstile.auth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.testkit.AuthTestKit;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class UsersCommandTest {

    private static final String ANA = "ana@example.com";
    private static final String BEA = "bea@example.com";
    private static final String PASSWORD = "plum-harbour-4417";

    private final StringWriter printed = new StringWriter();
    private final TestHost host = new TestHost();

    @Test
    void what_is_refused_is_said_in_words_and_changes_nothing() {
        AuthTestKit kit = kit();
        kit.auth()
                .admin()
                .createFirstSuperuser(new NewAdmin("root@example.com", Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER));
        UserId open = kit.auth()
                .admin()
                .create(AccountDraft.ofEmail("open@example.com"))
                .orElseThrow()
                .id();
        assertThat(run("users", "merge", ANA, BEA)).as("without a reason").isEqualTo(ExitCodes.UNUSABLE);
        assertThat(merge(ANA, BEA, "añadido")).isEqualTo(ExitCodes.UNUSABLE);
        assertRefused("none@example.com", BEA, "FROM is no account");
        assertRefused(ANA, "id:none", "INTO is no account");
        assertRefused(ANA, ANA, "FROM and INTO are one account");
        assertRefused("root@example.com", BEA, "one of the accounts has a right");
        assertRefused(ANA, "id:" + open, "INTO has proven no address and no number");
        UserId ana = kit.signIn(ANA, PASSWORD).user().id();
        kit.auth().admin().disable(ana);
        assertRefused("id:" + ana, BEA, "FROM is disabled");
        kit.auth().admin().enable(ana);
        kit.signIn(ANA, PASSWORD);
    }

    @Test
    void a_name_of_two_accounts_merges_neither() {
        AuthTestKit kit = kit();
        UserId ana = kit.signIn(ANA, PASSWORD).user().id();
        UserId named = host.store.alone(
                tx -> tx.users().insert(calledLike(ANA, kit.clock().instant())));
        assertRefused(ANA, BEA, "FROM is a name of several accounts, say one of id:" + ana + ", id:" + named);
        assertRefused(BEA, ANA, "INTO is a name of several accounts");
        assertThat(merge("id:" + ana, BEA, "ticket 7")).isEqualTo(ExitCodes.OK);
        assertThat(kit.auth().admin().find(named)).isPresent();
    }

    /** As an import leaves one. */
    private static NewUser calledLike(String name, Instant now) {
        return new NewUser(
                List.of(IdentifierAssignment.proven(
                        IdentifierRules.standard().username(name).orElseThrow(), now)),
                null,
                UserInfo.Status.ORDINARY,
                new UserInfo.Dates(now, null, null),
                SettingsJson.EMPTY,
                RowTimes.fresh(now));
    }

    @Test
    void two_accounts_are_merged_after_a_look_at_what_moves() {
        AuthTestKit kit = kit();
        UserId cara = kit.auth()
                .admin()
                .create(AccountDraft.ofPhone("+5215512345678").vouchingForIdentifiers())
                .orElseThrow()
                .id();
        UserId bea = kit.signIn(BEA, PASSWORD).user().id();
        String line = " user " + cara + " into user " + bea
                + ": moved phone; released none; accounts at other sites none; profiles 1.";
        assertThat(run("users", "merge", "id:" + cara, BEA, "--dry-run", "--reason", "ticket 7"))
                .isEqualTo(ExitCodes.OK);
        assertThat(printed.toString()).contains("Would merge" + line);
        assertThat(kit.auth().admin().find(cara)).isPresent();
        assertThat(merge("+5215512345678", BEA, "ticket 7")).isEqualTo(ExitCodes.OK);
        assertThat(printed.toString()).contains("Merged" + line);
        assertThat(kit.auth().admin().find(cara)).isEmpty();
        assertThat(kit.signIn(BEA, PASSWORD).user().identifiers().phone().isVerified())
                .isTrue();
    }

    private AuthTestKit kit() {
        AuthTestKit kit = AuthTestKit.of(Auth.builder(host.store).settings(AuthTestKit.settings()));
        host.admin = kit.auth().admin();
        kit.member(ANA, PASSWORD);
        kit.member(BEA, PASSWORD);
        return kit;
    }

    private void assertRefused(String from, String into, String why) {
        assertThat(merge(from, into, "ticket 7")).as(why).isEqualTo(ExitCodes.FAILED);
        assertThat(printed.toString()).contains("users merge: " + why);
    }

    private int merge(String from, String into, String reason) {
        return run("users", "merge", from, into, "--reason", reason);
    }

    private int run(String... words) {
        ManageCommands commands = ManageCommands.of(host::open, Map.of());
        PrintWriter writer = new PrintWriter(printed, true);
        commands.commandLine().setOut(writer).setErr(writer);
        return commands.run(words);
    }
}
