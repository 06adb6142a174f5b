package example.adopted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.support.CostlyRows;
import dev.lockstile.auth.imports.support.Csv;
import dev.lockstile.auth.imports.support.LegacyDump;
import dev.lockstile.auth.schema.tools.SchemaDifferences;
import dev.lockstile.auth.testkit.RecordingEmailSender;
import dev.lockstile.test.TestPostgres;
import example.bookbarn.Browser;
import example.bookbarn.Shop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real databases of Python applications, taken over where they are by the manage commands; then all users sign in. */
final class InPlaceTest {

    @TempDir
    private Path root;

    @Test
    void the_304_accounts_of_a_jb_drf_auth_project() {
        String url = LegacyDump.jbDrfAuth();
        List<Map<String, String>> rows = Csv.read("/legacy/jb_drf_auth.credentials.csv");
        assertThat(rows).hasSize(304);
        List<Verdict> verdicts =
                CostlyRows.once(rows).stream().map(JbVerdicts::of).toList();
        assertThat(wrong(url, List.of(), List.of("--preset", "jb-drf-auth", "--in-place"), verdicts))
                .isEmpty();
    }

    @Test
    void the_two_tables_of_a_fastapi_application() {
        String url = LegacyDump.fastApiUsers();
        List<Verdict> verdicts =
                FastApiVerdicts.of(Csv.read("/legacy/fastapi_users.credentials.csv"), CostlyRows::once);
        List<String> which = List.of("--table", "user=fu_users");
        assertThat(wrong(url, which, List.of("--preset", "fastapi-users", "--in-place=fu_users"), verdicts))
                .isEmpty();
    }

    private List<String> wrong(String url, List<String> which, List<String> how, List<Verdict> verdicts) {
        try (AdoptedHost host = new AdoptedHost(url, root)) {
            OldColumns old = OldColumns.of(host.pool());
            Map<String, String> before = old.digests(host.pool());
            host.run(with(
                    which,
                    "takeover",
                    "--package",
                    "old.app",
                    "--entities",
                    root.resolve("java").toString()));
            host.run("migrate");
            assertSameAsOnAnEmptyDatabase(host);
            host.run(with(how, "import", "run", "--source", url));
            host.run(with(how, "import", "verify", "--source", url));
            List<String> wrong = signIn(host, verdicts);
            assertThat(old.digests(host.pool()))
                    .as("the old application's own columns")
                    .isEqualTo(before);
            host.run(with(how, "import", "run", "--source", url));
            assertThat(signIn(
                            host,
                            verdicts.stream().filter(Verdict::opens).limit(3).toList()))
                    .as("a second import changes nothing")
                    .isEmpty();
            return wrong;
        }
    }

    /**
     * All that the same changelog makes of an empty database is here, to the type. What is here besides is the old
     * application's: its other tables, and indexes and references of the adopted ones.
     */
    private static void assertSameAsOnAnEmptyDatabase(AdoptedHost host) {
        try (AdoptedHost fresh = new AdoptedHost(TestPostgres.freshDatabase(), Path.of("none"))) {
            host.authSchema().on(fresh.pool()).migrate();
            host.open(fresh.pool()).close();
            List<String> missing = SchemaDifferences.between(host.authSchema(), fresh.pool()).tables().stream()
                    .filter(line -> !line.endsWith(", there not there"))
                    .toList();
            assertThat(missing).isEmpty();
        }
    }

    private static List<String> signIn(AdoptedHost host, List<Verdict> verdicts) {
        List<String> wrong = new ArrayList<>();
        try (Shop shop = Shop.open(host.store(), new RecordingEmailSender(), Browser.settings())) {
            Browser browser = new Browser(shop.port());
            for (Verdict verdict : verdicts) {
                int status = browser.signIn(verdict.login(), verdict.password());
                if (status != (verdict.opens() ? 200 : 401)) {
                    wrong.add(verdict.who() + ": " + status);
                }
            }
        }
        return wrong;
    }

    private static String[] with(List<String> more, String... line) {
        List<String> all = new ArrayList<>(List.of(line));
        all.addAll(more);
        return all.toArray(String[]::new);
    }
}
