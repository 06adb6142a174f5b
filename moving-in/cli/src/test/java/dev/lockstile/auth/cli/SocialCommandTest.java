package dev.lockstile.auth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.social.SocialLogin.SocialClaim;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.TestSocialProvider;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SocialCommandTest {

    private static final String ANA = "ana@example.com";
    private static final String CLEO = "cleo@example.com";
    private static final String PASSWORD = "plum-harbour-4417";

    private final StringWriter printed = new StringWriter();
    private final TestHost host = new TestHost();
    private final TestSocialProvider corp = TestSocialProvider.named("corp").authoritative();

    @Test
    void what_is_refused_is_said_and_changes_nothing() {
        AuthTestKit kit = kit();
        kit.member("ben@example.com", PASSWORD);
        String linked = id(ANA);
        assertThat(run("social", "list", "nobody@example.com")).isEqualTo(ExitCodes.FAILED);
        assertThat(unlink("nobody@example.com", linked)).isEqualTo(ExitCodes.FAILED);
        assertThat(printed.toString()).contains("social list: no account has", "social unlink: no account has");
        assertThat(unlink("ben@example.com", linked)).isEqualTo(ExitCodes.FAILED);
        assertThat(printed.toString()).contains("no account of that id is linked to them");
        assertThat(run("social", "unlink", ANA, linked)).as("without a reason").isEqualTo(ExitCodes.UNUSABLE);
        assertThat(run("social", "unlink", ANA, linked, "--reason", "añadido")).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(id(ANA)).isEqualTo(linked);
    }

    @Test
    void the_last_way_in_stays() {
        kit();
        assertThat(unlink(CLEO, id(CLEO))).isEqualTo(ExitCodes.FAILED);
        assertThat(printed.toString()).contains("it is their last way in");
        assertThat(id(CLEO)).isNotEmpty();
    }

    @Test
    void an_account_is_listed_and_unlinked() {
        kit();
        String linked = id(ANA);
        assertThat(run("social", "list", ANA)).isEqualTo(ExitCodes.OK);
        assertThat(printed.toString())
                .contains(linked + "  corp  ana@corp.example  linked ", "last sign-in -")
                .doesNotContain("suspended");
        assertThat(unlink(ANA, linked)).isEqualTo(ExitCodes.OK);
        assertThat(printed.toString()).contains("The account is unlinked");
        assertThat(id(ANA)).isEmpty();
    }

    @Test
    void a_suspension_is_lifted_once() {
        AuthTestKit kit = kit();
        String linked = id(ANA);
        assertThat(run("social", "resume", ANA, linked, "--reason", "ticket 4711"))
                .isEqualTo(ExitCodes.FAILED);
        assertThat(printed.toString()).contains("social resume: that account is not suspended");
        host.store.alone(tx -> tx.socials()
                .suspend(
                        tx.socials().of(user(tx)).get(0).id(),
                        kit.clock().instant(),
                        kit.clock().instant()));
        run("social", "list", ANA);
        assertThat(printed.toString()).contains("  suspended");
        assertThat(run("social", "resume", ANA, linked)).as("without a reason").isEqualTo(ExitCodes.UNUSABLE);
        assertThat(run("social", "resume", CLEO, linked, "--reason", "ticket 4711"))
                .isEqualTo(ExitCodes.FAILED);
        assertThat(run("social", "resume", ANA, linked, "--reason", "ticket 4711"))
                .isEqualTo(ExitCodes.OK);
        assertThat(printed.toString()).contains("The account signs its owner in again.");
        assertThat(run("social", "resume", ANA, linked, "--reason", "ticket 4711"))
                .isEqualTo(ExitCodes.FAILED);
    }

    @Test
    void an_imported_address_moves_no_cursor() {
        AuthTestKit kit = kit();
        SocialIdentity old = new SocialIdentity("corp", "old", "a\u001b[2Jb@corp.example", false, null, null);
        host.store.alone(tx -> {
            tx.socials().insert(user(tx), old, kit.clock().instant());
            return true;
        });
        assertThat(run("social", "list", ANA)).isEqualTo(ExitCodes.OK);
        assertThat(printed.toString())
                .contains("  corp  a?[2Jb@corp.example (not verified)  linked ")
                .doesNotContain("\u001b");
    }

    @Test
    void a_host_that_serves_no_other_sites_or_names_nobody_who_unlinks_says_so() {
        assertThat(run("social", "list", ANA)).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(printed.toString()).contains("ManagedHost.social()");
        host.social = AuthTestKit.of(Auth.builder(host.store).settings(AuthTestKit.settings()))
                .auth()
                .socialAdministration();
        assertThat(run("social", "list", ANA)).isEqualTo(ExitCodes.FAILED);
        assertThat(printed.toString()).contains("serves no sign-in with other sites");
    }

    /** With a user who has a password and an account there, and a user who has that account alone. */
    private AuthTestKit kit() {
        AuthTestKit kit = AuthTestKit.of(Auth.builder(host.store)
                .settings(AuthTestKit.settings())
                .social(SocialSettings.of(corp).allowSignUp()));
        host.social = kit.auth().socialAdministration();
        kit.member(ANA, PASSWORD);
        Caller caller = kit.auth()
                .sessions()
                .authenticate(kit.signIn(ANA, PASSWORD).tokens().access().reveal())
                .orElseThrow();
        assertThat(kit.auth().social().link(caller, claim(kit, caller, "1", "ana@corp.example"), null))
                .isInstanceOf(Outcome.Done.class);
        kit.auth()
                .social()
                .signIn(new SocialLogin.Attempt(claim(kit, null, "2", CLEO), ClientInfo.web("192.0.2.7"), true));
        return kit;
    }

    private SocialClaim claim(AuthTestKit kit, @Nullable Caller caller, String subject, String email) {
        SocialLogin.Nonce nonce =
                kit.auth().social().nonce("corp", caller, null).orElseThrow();
        return new SocialClaim(
                "corp", nonce.transactionId(), corp.idToken(corp.person(subject, email, true), nonce.nonce()));
    }

    private static UserId user(AuthTx tx) {
        return tx.users()
                .byKey(
                        IdentifierKind.EMAIL,
                        IdentifierRules.standard().email(ANA).orElseThrow().key())
                .orElseThrow()
                .info()
                .id();
    }

    /** The first word of what is listed. */
    private String id(String login) {
        StringWriter listed = new StringWriter();
        ManageCommands commands = ManageCommands.of(host::open, Map.of());
        commands.commandLine().setOut(new PrintWriter(listed, true));
        assertThat(commands.run("social", "list", login)).isEqualTo(ExitCodes.OK);
        return listed.toString().split("\\s", 2)[0];
    }

    private int unlink(String login, String id) {
        return run("social", "unlink", login, id, "--reason", "ticket 4711");
    }

    private int run(String... words) {
        ManageCommands commands = ManageCommands.of(host::open, Map.of());
        PrintWriter writer = new PrintWriter(printed, true);
        commands.commandLine().setOut(writer).setErr(writer);
        return commands.run(words);
    }
}
