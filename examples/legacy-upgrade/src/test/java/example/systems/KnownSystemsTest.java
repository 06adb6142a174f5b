package example.systems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.testkit.RecordingEmailSender;
import example.adopted.AdoptedHost;
import example.bookbarn.Browser;
import example.bookbarn.Shop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Well-known systems, each on the databases that it runs on: their tables are taken over where they are, their
 * application goes on writing, and their people sign in.
 */
final class KnownSystemsTest {

    /** It has a table of what was mapped to what. */
    private static final Path GUIDE = Path.of("../../lab/proofs/systems-taken-over.md");

    /** All of them on MariaDB, too; else the one that is at home there. */
    private static final boolean LONG = Boolean.getBoolean("lockstile.proof");

    /** Which pairs are tried, by their names: {@code -Dlockstile.systems='(Django|Laravel) on MARIADB'}. */
    private static final String CHOSEN = System.getProperty("lockstile.systems", "");

    private static final int PEOPLE = LONG ? 300 : 100;
    private static final long SEED = 20_260_301;

    @TempDir
    private Path root;

    static Stream<Arguments> systems() {
        return Stream.of(
                        new Django(),
                        new FastApiUsers(),
                        new JbDrfAuth(),
                        new Devise(),
                        new Laravel(),
                        new SpringSecurity(),
                        new Keycloak(),
                        new AuthJs(),
                        new WordPress(),
                        new AspNetIdentity())
                .flatMap(system -> Stream.of(Home.values())
                        .filter(home -> isChosen(system, home))
                        .map(home -> Arguments.of(system, home)));
    }

    private static boolean isChosen(OldSystem system, Home home) {
        return CHOSEN.isEmpty()
                ? home == Home.POSTGRES || system instanceof WordPress || LONG
                : (system + " on " + home).matches(CHOSEN);
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("systems")
    void its_tables_are_taken_over_and_its_people_sign_in(OldSystem system, Home home) {
        String url = home.freshUrl();
        List<Person> all = Person.invented(SEED, PEOPLE + 2, system.formats());
        List<Person> people = all.subList(0, PEOPLE);
        List<Person> joined = all.subList(PEOPLE, all.size());
        try (AdoptedHost host = new AdoptedHost(url, root)) {
            Write.all(
                    host.pool(),
                    system.schema(home).stream().map(Write::statement).toList());
            Write.all(
                    host.pool(),
                    people.stream().flatMap(p -> system.joins(p, home).stream()).toList());
            OldRows old = OldRows.of(host.pool());
            Map<String, String> before = old.checksums(host.pool());
            host.run(line(
                    system.takeover(),
                    "takeover",
                    "--package",
                    "old.app",
                    "--entities",
                    root.resolve("java").toString()));
            host.run("migrate");
            host.open(host.pool()).close();
            assertThat(host.findings()).as("until the import gives rights").allMatch(line -> line.startsWith("HM-09 "));
            assertThat(old.checksums(host.pool()))
                    .as("the old columns after the takeover")
                    .isEqualTo(before);
            if (home == Home.POSTGRES) {
                assertThat(GUIDE).content().contains(Mapping.line(system, host.model(), old));
            }
            theOldApplicationGoesOn(system, home, host, people.subList(0, 2), joined);
            Map<String, String> written = old.checksums(host.pool());
            importAndSignIn(system, host, url, all);
            assertThat(host.findings()).isEmpty();
            assertThat(old.checksums(host.pool()))
                    .as("the old columns after the import")
                    .isEqualTo(written);
            host.run("migrate");
            importAndSignIn(system, host, url, joined);
            theOldApplicationGoesOn(system, home, host, people.subList(2, 4), List.of());
            assertThat(host.findings()).isEmpty();
        }
    }

    private static void theOldApplicationGoesOn(
            OldSystem system, Home home, AdoptedHost host, List<Person> known, List<Person> joined) {
        Write.all(
                host.pool(),
                joined.stream().flatMap(p -> system.joins(p, home).stream()).toList());
        Write.all(
                host.pool(),
                known.stream().flatMap(p -> system.goesOn(p, home).stream()).toList());
    }

    private static void importAndSignIn(OldSystem system, AdoptedHost host, String url, List<Person> people) {
        host.run(line(system.importing(), "import", "run", "--source", url));
        assertThat(wrong(system, host, people)).isEmpty();
    }

    /** Of each format, state and cost one signs in; told is who is not answered as the old system would. */
    private static List<String> wrong(OldSystem system, AdoptedHost host, List<Person> people) {
        List<String> wrong = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (Shop shop = Shop.open(host.store(), new RecordingEmailSender(), Browser.settings())) {
            Browser browser = new Browser(shop.port());
            for (Person person : people) {
                if (!seen.add(person.format() + system.lets(person) + person.atFullCost())) {
                    continue;
                }
                int status = browser.signIn(system.login(person), person.password());
                int other = browser.signIn(system.login(person), person.password() + "x");
                if (status != (system.lets(person) ? 200 : 401) || other != 401) {
                    wrong.add(person + ": " + status + ", by another password " + other);
                }
            }
        }
        return wrong;
    }

    private static String[] line(List<String> more, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(more);
        return all.toArray(String[]::new);
    }
}
