package dev.lockstile.auth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.otp.PurposeSettings;
import dev.lockstile.auth.testkit.AuthTestKit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CodesCommandTest extends ManageCommandsFixture {

    private static final Pattern ISSUED = Pattern.compile("challenge (\\S+), valid until \\S+, code (\\d+)");

    private final List<AuthEvent> events = new CopyOnWriteArrayList<>();

    @BeforeEach
    void purposes() {
        host.auth = AuthTestKit.of(Auth.builder(host.store)
                        .settings(AuthTestKit.settings())
                        .purpose(PurposeSettings.named("order").handBack().allowWithoutAccount())
                        .purpose(PurposeSettings.named("visit").allowWithoutAccount())
                        .listener(events::add))
                .auth();
        host.codesAllowed = true;
    }

    @Test
    void a_code_is_issued_and_verified_once_for_its_purpose_and_its_data() {
        String[] issued = issue("order", "--data", "4711");
        assertThat(verify("order", issued, "4712")).isEqualTo(ExitCodes.FAILED);
        assertThat(verify("visit", issued, "4711")).isEqualTo(ExitCodes.FAILED);
        assertThat(verify("order", issued, "4711")).as(out.toString()).isEqualTo(ExitCodes.OK);
        assertThat(out.toString())
                .contains("verified: sent to a***@example.com")
                .doesNotContain("ana@example.com");
        assertThat(verify("order", issued, "4711")).isEqualTo(ExitCodes.FAILED);
        host.auth.close(); // listeners have heard all events then
        assertThat(events).anyMatch(AuthEvent.PurposeCode.class::isInstance);
    }

    @Test
    void without_the_hosts_word_nothing_is_issued() {
        host.codesAllowed = false;
        assertThat(run("codes", "issue", "order", "--email", "ana@example.com")).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(err.toString()).contains("off here", "ManagedHost.allowsCodes()");
        host.auth.close();
        assertThat(events).isEmpty();
    }

    @Test
    void a_purpose_that_is_not_declared_and_a_sign_in_are_none() {
        assertThat(run("codes", "issue", "LOGIN", "--email", "ana@example.com")).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(run("codes", "issue", "other", "--email", "ana@example.com")).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(err.toString()).contains("AuthBuilder.purpose");
        assertThat(run("codes", "issue", "order")).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(run("codes", "issue", "order", "--email", "nothing")).isEqualTo(ExitCodes.UNUSABLE);
    }

    private String[] issue(String purpose, String... more) {
        List<String> line = new ArrayList<>(List.of("codes", "issue", purpose, "--email", "ana@example.com"));
        line.addAll(List.of(more));
        assertThat(run(line.toArray(String[]::new))).as(err.toString()).isEqualTo(ExitCodes.OK);
        Matcher found = ISSUED.matcher(out.toString());
        assertThat(found.find()).as(out.toString()).isTrue();
        return new String[] {found.group(1), found.group(2)};
    }

    private int verify(String purpose, String[] issued, String data) {
        return run("codes", "verify", purpose, "--challenge", issued[0], "--code", issued[1], "--data", data);
    }
}
