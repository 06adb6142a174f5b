package dev.lockstile.auth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.apikey.ApiKeySettings;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.token.Caller;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiKeysCommandTest {

    private static final String ANA = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";

    private final TestHost host = new TestHost();
    private String out = "";
    private String err = "";

    @BeforeEach
    void host() {
        AuthTestKit kit = AuthTestKit.of(Auth.builder(host.store)
                .settings(AuthTestKit.settings())
                .apiKeys(ApiKeySettings.withPrefix("acme").withPerAccount(2))
                .roles(
                        Role.named("exporter")
                                .may("orders:read", "orders:export")
                                .forPrograms(),
                        Role.named("desk")));
        host.auth = kit.auth();
        kit.member(ANA, PASSWORD);
    }

    @Test
    void what_is_refused_is_said_in_one_sentence_and_makes_nothing() {
        assertFailed("service-accounts create: that is no role for programs; declared are exporter", "desk", "nightly");
        assertFailed("service-accounts create: username is invalid username", "exporter", "not a name");
        String account = open();
        assertFailed("service-accounts create: an account has that user name", "exporter", "Nightly");
        assertThat(run("api-keys", "create", "nightly", "--name", "sync"))
                .as("without a reason")
                .isEqualTo(ExitCodes.UNUSABLE);
        assertThat(create("nightly", "--reason", "añadido")).isEqualTo(ExitCodes.UNUSABLE);
        assertRefused("ACCOUNT is no account", create("none", "--reason", "ticket 7"));
        assertRefused(
                "the account may not do that; it may do orders:export, orders:read",
                create("nightly", "--scope", "orders:refund", "--reason", "ticket 7"));
        assertRefused(
                "the account may not do that; it may do nothing",
                create(ANA, "--scope", "orders:read", "--reason", "ticket 7"));
        assertRefused("--days is too large", create("nightly", "--days", "4000", "--reason", "ticket 7"));
        assertRefused(
                "no key of that id is in use", run("api-keys", "rotate", "nightly", "none", "--reason", "ticket 7"));
        assertRefused(
                "no key of that id is in use", run("api-keys", "revoke", "nightly", "none", "--reason", "ticket 7"));
        assertThat(run("api-keys", "list", "nightly")).isEqualTo(ExitCodes.OK);
        assertThat(out).isEmpty();
        assertThat(create("nightly", "--reason", "ticket 7")).isEqualTo(ExitCodes.OK);
        assertThat(create("nightly", "--reason", "ticket 7")).isEqualTo(ExitCodes.OK);
        assertRefused("the account has as many keys as it may have", create("nightly", "--reason", "ticket 7"));
        host.auth.admin().disable(user(account));
        assertRefused("the account is disabled", create("id:" + account, "--reason", "ticket 7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-abc", "-hA7", "-VA7", "--abc"})
    void an_id_may_look_like_an_option(String id) {
        open();
        for (String deed : List.of("rotate", "revoke")) {
            assertRefused("no key of that id is in use", run("api-keys", deed, "nightly", id, "--reason", "ticket 7"));
            assertRefused("no key of that id is in use", run("api-keys", deed, "--reason=ticket 7", "nightly", id));
        }
    }

    @Test
    void a_host_without_keys_says_so() {
        host.auth = AuthTestKit.of(Auth.builder(host.store).settings(AuthTestKit.settings()))
                .auth();
        assertRefused("this host serves no API keys", run("api-keys", "list", ANA));
        assertRefused("this host serves no API keys", create(ANA, "--reason", "ticket 7"));
        assertRefused("this host serves no API keys", run("api-keys", "revoke", ANA, "none", "--reason", "ticket 7"));
    }

    @Test
    void a_program_is_opened_and_its_key_is_the_only_text_of_standard_output() {
        String account = open();
        assertThat(create("nightly", "--scope", "orders:read,orders:export", "--days", "30", "--reason", "ticket 7"))
                .isEqualTo(ExitCodes.OK);
        String key = out.strip();
        Caller caller = host.auth.apiKeys().authenticate(key).orElseThrow();
        assertThat(caller.user()).isEqualTo(user(account));
        assertThat(caller.permissions()).containsExactlyInAnyOrder("orders:export", "orders:read");
        assertThat(err).contains("it is shown this once").doesNotContain(key);
        assertThat(run("api-keys", "list", "nightly")).isEqualTo(ExitCodes.OK);
        assertThat(out).contains("  sync  orders:export orders:read  until ", "  last used ");
        assertThat(out).doesNotContain(key);
        String id = out.split(" ")[0];
        assertThat(run("api-keys", "rotate", "nightly", id, "--reason", "ticket 8"))
                .isEqualTo(ExitCodes.OK);
        String next = out.strip();
        assertThat(next).isNotEqualTo(key);
        assertThat(host.auth.apiKeys().authenticate(next).isDone()).isTrue();
        assertThat(run("api-keys", "revoke", "nightly", id, "--reason", "ticket 9"))
                .isEqualTo(ExitCodes.OK);
        assertThat(host.auth.apiKeys().authenticate(next).isDone()).isFalse();
        assertThat(host.auth.apiKeys().authenticate(key).isDone()).isFalse();
    }

    @Test
    void programs_are_listed_and_people_are_not() {
        String account = open();
        assertThat(run("service-accounts", "list")).isEqualTo(ExitCodes.OK);
        assertThat(out.lines()).containsExactly(account + "  nightly  exporter");
        host.auth.admin().disable(user(account));
        run("service-accounts", "list");
        assertThat(out.lines()).containsExactly(account + "  nightly  exporter  disabled");
        host.auth.admin().delete(user(account));
        run("service-accounts", "list");
        assertThat(out).isEmpty();
    }

    private UserId user(String id) {
        return host.store.userId(id).orElseThrow();
    }

    private String open() {
        assertThat(run("service-accounts", "create", "nightly", "--role", "exporter"))
                .isEqualTo(ExitCodes.OK);
        return out.split(" ")[2];
    }

    private int create(String account, String... more) {
        String[] words = new String[more.length + 5];
        System.arraycopy(new String[] {"api-keys", "create", account, "--name", "sync"}, 0, words, 0, 5);
        System.arraycopy(more, 0, words, 5, more.length);
        return run(words);
    }

    private void assertFailed(String why, String role, String name) {
        assertThat(run("service-accounts", "create", name, "--role", role)).isEqualTo(ExitCodes.FAILED);
        assertThat(err).contains(why).hasLineCount(1);
    }

    private void assertRefused(String why, int code) {
        assertThat(code).as(why + " " + err).isEqualTo(ExitCodes.FAILED);
        assertThat(err).startsWith("api-keys ").contains(": " + why).hasLineCount(1);
        assertThat(out).isEmpty();
    }

    private int run(String... words) {
        StringWriter printed = new StringWriter();
        StringWriter failed = new StringWriter();
        ManageCommands commands = ManageCommands.of(host::open, Map.of());
        commands.commandLine().setOut(new PrintWriter(printed, true)).setErr(new PrintWriter(failed, true));
        int code = commands.run(words);
        out = printed.toString();
        err = failed.toString();
        return code;
    }
}
