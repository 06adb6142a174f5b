package dev.lockstile.auth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.event.AuditTrail;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class AuditVerifyCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final TestHost host = new TestHost();

    @Test
    void an_intact_trail_tells_what_to_note_for_the_next_check() {
        host.report = new AuditTrail.Report.Intact(42, "c0ffee");
        assertThat(run()).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains("42 entries", "c0ffee");
        assertThat(run("--at-least", "42")).isEqualTo(ExitCodes.OK);
    }

    @Test
    void a_trail_that_was_set_back_is_damaged() {
        host.report = new AuditTrail.Report.Intact(42, "c0ffee");
        assertThat(run("--at-least", "43")).isEqualTo(ExitCodes.DAMAGED);
        assertThat(err.toString()).contains("set back");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_damaged_trail_names_the_first_entry_that_is_not_right() {
        host.report = new AuditTrail.Report.Broken(17, AuditTrail.Report.Damage.CHANGED);
        assertThat(run()).isEqualTo(ExitCodes.DAMAGED);
        assertThat(err.toString()).contains("entry 17", "not as it was written");
    }

    @Test
    void a_host_without_a_trail_says_how_to_name_one() {
        assertThat(run()).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(err.toString()).contains("ManagedHost.auditTrail()");
    }

    @Test
    void a_head_that_was_kept_elsewhere_is_compared() {
        host.report = new AuditTrail.Report.Intact(42, "c0ffee");
        assertThat(run("--expect", "42:c0ffee")).isEqualTo(ExitCodes.DAMAGED);
        assertThat(err.toString()).contains("entry 42", "kept elsewhere");
        assertThat(run("--expect", "no head")).isEqualTo(ExitCodes.UNUSABLE);
    }

    @Test
    void an_unknown_key_is_no_damage() {
        host.report = new AuditTrail.Report.UnknownKey(3, "AbCdEfGh");
        assertThat(run()).isEqualTo(ExitCodes.DAMAGED);
        assertThat(err.toString())
                .contains("Unknown key", "entry 3", "AbCdEfGh")
                .doesNotContain("damaged");
    }

    @Test
    void the_head_is_told_in_the_form_that_is_expected_later() {
        host.report = new AuditTrail.Report.Intact(42, "c0ffee");
        assertThat(command("audit-head")).isEqualTo(ExitCodes.OK);
        assertThat(out.toString().strip()).isEqualTo("42:c0ffee");
        host.report = new AuditTrail.Report.Broken(0, AuditTrail.Report.Damage.END_CHANGED);
        assertThat(command("audit-head")).isEqualTo(ExitCodes.DAMAGED);
        assertThat(command("audit-begin")).isEqualTo(ExitCodes.DAMAGED);
    }

    private int command(String name) {
        ManageCommands commands = ManageCommands.of(host::open);
        commands.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commands.run(name);
    }

    private int run(String... options) {
        ManageCommands commands = ManageCommands.of(host::open);
        commands.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] line = new String[options.length + 1];
        line[0] = "audit-verify";
        System.arraycopy(options, 0, line, 1, options.length);
        return commands.run(line);
    }
}
