package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.cli.ExitCodes;
import dev.lockstile.auth.cli.ManageCommands;
import dev.lockstile.auth.event.AuditTrail;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens in the quickstart is written down, and the check of it runs from its command line. */
class QuickstartAuditTest {

    @Test
    void a_login_is_in_the_trail_and_a_changed_entry_is_found(@TempDir Path folder) throws Exception {
        String url = "jdbc:h2:" + folder.resolve("db").toAbsolutePath();
        QuickstartSettings settings = QuickstartSettings.from(Map.of(
                "QUICKSTART_PORT",
                "0",
                "QUICKSTART_DB_URL",
                url,
                "QUICKSTART_DATA",
                folder.resolve("data").toString()));
        try (Application application = Application.start(settings)) {
            Map<String, String> wrong = Map.of("login", "ana@example.com", "password", "no", "client", "web");
            assertThat(new Http(application.port())
                            .post("/auth/login/basic/", wrong)
                            .status())
                    .isEqualTo(401);
        }
        try (ManagedQuickstart host = new ManagedQuickstart(settings)) {
            assertThat(host.auditTrail().verify())
                    .isInstanceOfSatisfying(
                            AuditTrail.Report.Intact.class,
                            report -> assertThat(report.entries()).isPositive());
        }
        assertThat(verify(settings)).isEqualTo(ExitCodes.OK);
        List<String> heads = Files.readAllLines(folder.resolve("data").resolve("audit.heads"));
        assertThat(heads).first().isEqualTo("0:");
        assertThat(manage(settings, "audit-verify", "--expect", heads.get(0))).isEqualTo(ExitCodes.OK);
        assertThat(manage(settings, "audit-verify", "--expect", "1:another")).isEqualTo(ExitCodes.DAMAGED);
        assertThat(manage(settings, "audit-head")).isEqualTo(ExitCodes.OK);
        assertThat(manage(settings, "audit-begin")).isEqualTo(ExitCodes.OK);
        try (Connection database = DriverManager.getConnection(url, "sa", "");
                Statement statement = database.createStatement()) {
            statement.executeUpdate("update auth_audit set happened_at = dateadd(day, 1, happened_at)");
        }
        assertThat(verify(settings)).isEqualTo(ExitCodes.DAMAGED);
    }

    private static int verify(QuickstartSettings settings) {
        return manage(settings, "audit-verify");
    }

    private static int manage(QuickstartSettings settings, String... line) {
        return ManageCommands.of(() -> new ManagedQuickstart(settings)).run(line);
    }
}
